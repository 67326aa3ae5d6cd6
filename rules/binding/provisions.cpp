#include "recoup/rules/provisions.hpp"

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// The links of a cell, "[text](address)"; the cell itself where it holds none.
void add_provisions(std::string_view cell, Provision row, std::vector<Provision>& all) {
  bool linked = false;
  while (true) {
    const std::size_t open = cell.find('[');
    const std::size_t middle = open == std::string_view::npos ? open : cell.find("](", open);
    const std::size_t close = middle == std::string_view::npos ? middle : cell.find(')', middle);
    if (close == std::string_view::npos) break;
    row.authority = trimmed(cell.substr(open + 1, middle - open - 1));
    row.uri = cell.substr(middle + 2, close - middle - 2);
    all.push_back(row);
    linked = true;
    cell.remove_prefix(close + 1);
  }
  if (linked || trimmed(cell).empty()) return;
  row.authority = trimmed(cell);
  all.push_back(std::move(row));
}

/// The words of a cell without the signs of its markup.
std::string plain_words(std::string_view cell) {
  std::string out;
  for (const char c : trimmed(cell)) {
    if (c != '*' && c != '`') out += c;
  }
  return out;
}

bool is_rule_line(std::string_view cell) {
  return cell.find_first_not_of("-: ") == std::string_view::npos;
}

void read_tables(const std::string& path, const std::string& bytes, std::vector<Provision>& all) {
  std::uint64_t number = 0;
  bool in_table = false;
  for (const std::string_view raw : split(bytes, '\n')) {
    ++number;
    const std::string_view line = trimmed(raw);
    const auto cells = split(line, '|');
    if (!line.starts_with('|') || cells.size() < 4) {
      in_table = false;
      continue;
    }
    // The head of a table and the line below it name no provision.
    if (is_rule_line(cells[1])) {
      in_table = true;
    } else if (in_table) {
      add_provisions(cells[1], {"", "", plain_words(cells[2]), path, number}, all);
    }
  }
}

}  // namespace

std::vector<Provision> provisions_of(const FileSet& files) {
  std::vector<Provision> all;
  for (const auto& [path, bytes] : files) {
    if (path.starts_with("law/") && path.ends_with(".md")) read_tables(path, bytes, all);
  }
  return all;
}

std::vector<std::string> cited(std::string_view authority) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(authority, ';')) {
    if (!trimmed(part).empty()) parts.emplace_back(trimmed(part));
  }
  return parts;
}

}  // namespace recoup
