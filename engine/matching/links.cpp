#include "recoup/matching/links.hpp"

#include "recoup/base/check.hpp"

namespace recoup {

std::string_view text(Confidence confidence) {
  switch (confidence) {
    case Confidence::exact: return "exact";
    case Confidence::strong: return "strong";
    case Confidence::confirmed: return "confirmed";
  }
  RECOUP_CHECK(false && "a confidence without a name");
}

}  // namespace recoup
