#include "recoup/base/error.hpp"

#include "recoup/base/text.hpp"

namespace recoup {

std::string message(const Error& error) {
  std::string text;
  if (!error.place.document.empty()) text += printable(error.place.document) + ":";
  if (error.place.line != 0) text += std::to_string(error.place.line) + ":";
  if (!text.empty()) text += ' ';
  if (!error.place.field.empty()) text += printable(error.place.field) + ": ";
  text += "found " + printable(error.found);
  if (!error.expected.empty()) text += "; expected " + printable(error.expected);
  return text;
}

}  // namespace recoup
