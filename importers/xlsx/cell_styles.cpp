#include "xlsx/cell_styles.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "recoup/base/text.hpp"
#include "recoup/markup/xml.hpp"
#include "xlsx/parts.hpp"

namespace recoup {
namespace {

/// Formats that a workbook may use without saying how they look.
CellShape built_in_shape(std::uint32_t number) {
  if (number == 18 || number == 19 || number == 20 || number == 21) return CellShape::time;
  if (number == 45 || number == 47) return CellShape::time;
  if (number >= 32 && number <= 35) return CellShape::time;
  if (number == 55 || number == 56) return CellShape::time;
  if (number == 22) return CellShape::date_time;
  const bool is_date = (number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
                       (number >= 50 && number <= 58);
  return is_date ? CellShape::date : CellShape::number;
}

/// Whether the code counts hours, minutes or seconds on beyond a day: [h]:mm is a length of time.
bool is_elapsed(std::string_view inside) {
  return !inside.empty() && inside.find_first_not_of("hmsHMS") == std::string_view::npos;
}

/// The letters of a format code that show something: without texts, escapes, colours, conditions
/// and the sections behind the first one.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == ';') break;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      if (is_elapsed(code.substr(i + 1, end - i - 1))) return "general";
      i = end;
    } else {
      letters += c;
    }
  }
  return ascii_lower(letters);
}

class StyleReader {
 public:
  Result<void> take(const XmlEvent& event) {
    if (!is_spreadsheet(event)) return {};
    const bool starts = event.kind == XmlEvent::Kind::start;
    if (event.name == "cellXfs") in_cells_ = starts;
    if (!starts) return {};
    if (event.name == "numFmt") {
      formats_[number_of(event, "numFmtId").value_or(0)] =
          shape_of_format(attribute(event, "formatCode").value_or(""));
    } else if (event.name == "xf" && in_cells_) {
      numbers_.push_back(number_of(event, "numFmtId").value_or(0));
    }
    return {};
  }

  [[nodiscard]] std::vector<CellShape> shapes() const {
    std::vector<CellShape> shapes;
    for (const std::uint32_t number : numbers_) {
      const auto written = formats_.find(number);
      shapes.push_back(written == formats_.end() ? built_in_shape(number) : written->second);
    }
    return shapes;
  }

 private:
  bool in_cells_ = false;
  std::map<std::uint32_t, CellShape> formats_;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace

CellShape shape_of_format(std::string_view code) {
  const std::string letters = letters_of(code);
  if (letters.find("general") != std::string::npos) return CellShape::number;
  const bool has_number = letters.find_first_of("0#?@") != std::string::npos;
  const bool has_time = letters.find_first_of("hs") != std::string::npos;
  // Fractions of a second, ss.000, are the only digits in a time.
  if (has_number && !has_time) return CellShape::number;
  if (letters.find_first_of("yd") != std::string::npos) {
    return has_time ? CellShape::date_time : CellShape::date;
  }
  if (has_time) return CellShape::time;
  return letters.find('m') != std::string::npos ? CellShape::date : CellShape::number;
}

Result<std::vector<CellShape>> read_cell_styles(std::string_view xml) {
  StyleReader reader;
  if (auto read = read_xml(xml, [&](const XmlEvent& event) { return reader.take(event); }); !read) {
    return std::move(read).error();
  }
  return reader.shapes();
}

}  // namespace recoup
