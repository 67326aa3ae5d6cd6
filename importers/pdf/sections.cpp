#include "pdf/sections.hpp"

#include <optional>
#include <string>
#include <utility>

#include "pdf/identity.hpp"

namespace recoup {

std::vector<std::vector<PdfLine>> pdf_sections(const std::vector<PdfLine>& lines,
                                               const PdfProfile& profile) {
  std::vector<std::vector<PdfLine>> sections;
  std::string account;
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t end = at;
    std::string named;
    bool first_page = false;
    for (; end < lines.size() && lines[end].page == lines[at].page; ++end) {
      if (named.empty()) named = pdf_account_number(lines, end, profile);
      const auto number = pdf_page_number(lines[end]);
      first_page = first_page || (number && number->page == 1);
    }
    const bool other = !named.empty() && !account.empty() && named != account;
    if (sections.empty() || first_page || other) sections.emplace_back();
    if (!named.empty()) account = named;
    sections.back().insert(sections.back().end(), lines.begin() + static_cast<std::ptrdiff_t>(at),
                           lines.begin() + static_cast<std::ptrdiff_t>(end));
    at = end;
  }
  return sections;
}

}  // namespace recoup
