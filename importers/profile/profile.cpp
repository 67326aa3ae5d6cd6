#include "profile/profile.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "csv/reader.hpp"
#include "profile/profile_fields.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

template <typename T>
struct NamedChoice {
  std::string_view name;
  T value;
};

constexpr std::array layouts = {NamedChoice<Profile::Layout>{"rows", Profile::Layout::rows},
                                NamedChoice<Profile::Layout>{"blocks", Profile::Layout::blocks}};
constexpr std::array delimiters = {
    NamedChoice<char>{"comma", ','},     NamedChoice<char>{",", ','},
    NamedChoice<char>{"semicolon", ';'}, NamedChoice<char>{";", ';'},
    NamedChoice<char>{"tab", '\t'},      NamedChoice<char>{"pipe", '|'},
    NamedChoice<char>{"|", '|'}};
constexpr std::array quotes = {NamedChoice<std::optional<char>>{"double", '"'},
                               NamedChoice<std::optional<char>>{"single", '\''},
                               NamedChoice<std::optional<char>>{"none", std::nullopt}};
constexpr std::array decimals = {
    NamedChoice<Profile::Decimal>{"point", Profile::Decimal::point},
    NamedChoice<Profile::Decimal>{"comma", Profile::Decimal::comma},
    NamedChoice<Profile::Decimal>{"by evidence", Profile::Decimal::by_evidence}};
constexpr std::array debits = {
    NamedChoice<Profile::Debits>{"positive", Profile::Debits::positive},
    NamedChoice<Profile::Debits>{"negative", Profile::Debits::negative},
    NamedChoice<Profile::Debits>{"by evidence", Profile::Debits::by_evidence}};
constexpr std::array signs = {
    NamedChoice<Profile::Sign>{"credit positive", Profile::Sign::credit_positive},
    NamedChoice<Profile::Sign>{"debit positive", Profile::Sign::debit_positive}};
constexpr std::array orders = {
    NamedChoice<Profile::Order>{"by evidence", Profile::Order::unknown},
    NamedChoice<Profile::Order>{"oldest first", Profile::Order::oldest_first},
    NamedChoice<Profile::Order>{"newest first", Profile::Order::newest_first}};
constexpr std::array fee_choices = {
    NamedChoice<Profile::Fees>{"own entry", Profile::Fees::own_entry},
    NamedChoice<Profile::Fees>{"signed entry", Profile::Fees::signed_entry},
    NamedChoice<Profile::Fees>{"included", Profile::Fees::included}};
constexpr std::array account_forms = {NamedChoice<bool>{"as written", false},
                                      NamedChoice<bool>{"sort code", true}};

/// Fills a Profile key by key.
class ProfileReader {
 public:
  explicit ProfileReader(const ProfileText& text) : text_(text) {}

  Result<Profile> read() {
    if (auto known = text_.check_keys(profile_keys()); !known) return known.error();
    for (const auto step :
         {&ProfileReader::read_names, &ProfileReader::read_choices, &ProfileReader::read_counts,
          &ProfileReader::read_fields, &ProfileReader::read_header, &ProfileReader::read_lists,
          &ProfileReader::check_columns, &ProfileReader::check_sense}) {
      if (auto done = (this->*step)(); !done) return done.error();
    }
    return std::move(profile_);
  }

 private:
  [[nodiscard]] Error missing(std::string_view key, std::string expected) const {
    return Error{ErrorCode::malformed,
                 "no `" + std::string(key) + "`",
                 std::move(expected),
                 {text_.name(), 0, std::string(key)}};
  }

  [[nodiscard]] Error in_line(const ProfileLine& line, Error error) const {
    error.place = {text_.name(), line.line, line.key};
    return error;
  }

  template <typename T, std::size_t n>
  Result<void> choose(std::string_view key, const std::array<NamedChoice<T>, n>& choices,
                      T& value) {
    RECOUP_TRY(line, text_.one(key));
    if (!line) return {};
    std::string list;
    for (const NamedChoice<T>& choice : choices) {
      if (choice.name == line->value) {
        value = choice.value;
        return {};
      }
      list += (list.empty() ? "" : ", ") + std::string(choice.name);
    }
    return text_.error(*line, quoted(line->value), "one of " + list);
  }

  template <typename T>
  Result<void> count(std::string_view key, T& value) {
    RECOUP_TRY(line, text_.one(key));
    if (!line) return {};
    T number = 0;
    for (const char c : line->value) {
      if (!is_digit(c) || number > 99999) {
        return text_.error(*line, quoted(line->value), "a whole number");
      }
      number = static_cast<T>(number * 10 + static_cast<T>(c - '0'));
    }
    if (line->value.empty()) return text_.error(*line, "nothing", "a whole number");
    value = number;
    return {};
  }

  Result<void> read_names() {
    for (const auto& [key, value] :
         {std::pair{"name", &profile_.name}, std::pair{"version", &profile_.version},
          std::pair{"title", &profile_.title}, std::pair{"country", &profile_.country},
          std::pair{"encoding", &profile_.encoding}, std::pair{"sheet", &profile_.sheet},
          std::pair{"text_mark", &profile_.text_mark}}) {
      RECOUP_TRY(found, text_.value(key, ""));
      *value = found;
    }
    if (profile_.name.empty()) return missing("name", "the name of the layout");
    if (profile_.version.empty()) return missing("version", "its version: 1");
    for (const ProfileLine& line : text_.all("also")) profile_.also.push_back(line.value);
    RECOUP_TRY(kind, text_.value("kind", "entries"));
    if (kind == "entries") return {};
    return Error{ErrorCode::usage,
                 "a profile of " + kind,
                 "a profile of entries",
                 {text_.name(), 0, "kind"}};
  }

  Result<void> read_choices() {
    if (auto read = choose("layout", layouts, profile_.layout); !read) return read;
    if (auto read = choose("delimiter", delimiters, profile_.delimiter); !read) return read;
    if (auto read = choose("quote", quotes, profile_.quote); !read) return read;
    if (auto read = choose("decimal", decimals, profile_.decimal); !read) return read;
    if (auto read = choose("debits", debits, profile_.debits); !read) return read;
    if (auto read = choose("sign", signs, profile_.sign); !read) return read;
    if (auto read = choose("order", orders, profile_.order); !read) return read;
    if (auto read = choose("fees", fee_choices, profile_.fees); !read) return read;
    return choose("account_form", account_forms, profile_.uk_account);
  }

  Result<void> read_counts() {
    if (auto read = count("columns", profile_.columns); !read) return read;
    if (auto read = count("first_row", profile_.first_row); !read) return read;
    if (auto read = count("preamble", profile_.preamble_max); !read) return read;
    if (auto read = count("footer_rows", profile_.footer_rows); !read) return read;
    int year = 0;
    if (auto read = count("year", year); !read) return read;
    if (year > 0) profile_.year = year;
    return {};
  }

  Result<void> read_fields() {
    for (const ProfileLine& line : text_.lines()) {
      const auto field = field_of(line.key);
      if (!field) continue;
      auto columns = parse_columns(line.value);
      if (!columns) return in_line(line, columns.error());
      if (profile_.has(*field)) return text_.one(line.key).error();
      profile_.fields[*field] = std::move(columns).value();
    }
    return {};
  }

  Result<void> read_header() {
    const bool blocks = profile_.layout == Profile::Layout::blocks;
    auto lines = text_.all(blocks ? "labels" : "header");
    const auto among = text_.all("header_with");
    if (!among.empty()) {
      if (!lines.empty() || blocks) {
        return text_.error(among.front(), "`header_with` beside another header", "one of them");
      }
      profile_.header = Profile::Header::among;
      lines = among;
    }
    if (lines.empty()) {
      return missing(blocks ? "labels" : "header",
                     blocks ? "the labels of a block" : "the header line, `unknown` or `none`");
    }
    for (const ProfileLine& line : lines) {
      if (!blocks && (line.value == "unknown" || line.value == "none")) {
        profile_.header = line.value == "none" ? Profile::Header::none : Profile::Header::unknown;
        if (lines.size() > 1) return text_.error(line, "a second header", "this one alone");
        if (profile_.columns == 0) return missing("columns", "how many columns there are");
        continue;
      }
      if (blocks) {
        profile_.headers.push_back(parse_words(line.value));
        continue;
      }
      CsvReader reader(line.value, profile_.delimiter, profile_.quote);
      CsvRecord record;
      auto read = reader.next(record);
      if (!read) return in_line(line, read.error());
      if (!read.value()) return text_.error(line, "nothing", "the header line");
      std::vector<std::string>& cells = profile_.headers.emplace_back();
      for (const std::string_view field : record.fields) cells.emplace_back(trimmed(field));
    }
    return {};
  }

  Result<void> read_lists() {
    for (const ProfileLine& line : text_.all("date_format")) {
      profile_.dates.push_back({line.value});
    }
    if (profile_.dates.empty()) return missing("date_format", "how dates are written");
    for (const auto& [key, list] : {std::pair{"hold_back", &profile_.hold_back},
                                    std::pair{"opening_row", &profile_.opening_rows},
                                    std::pair{"reject", &profile_.reject}}) {
      for (const ProfileLine& line : text_.all(key)) {
        auto condition = parse_condition(line.value);
        if (!condition) return in_line(line, condition.error());
        list->push_back(std::move(condition).value());
      }
    }
    for (const ProfileLine& line : text_.all("fact")) {
      auto fact = parse_fact(line.value);
      if (!fact) return in_line(line, fact.error());
      profile_.facts.push_back(std::move(fact).value());
    }
    for (const auto& [key, list] : {std::pair{"credit_words", &profile_.credit_words},
                                    std::pair{"debit_words", &profile_.debit_words}}) {
      RECOUP_TRY(line, text_.one(key));
      if (line) *list = parse_words(line->value);
    }
    RECOUP_TRY(line, text_.one("usual_currency"));
    if (!line) return {};
    auto currency = Currency::parse(line->value);
    if (!currency) return in_line(*line, currency.error());
    profile_.usual_currency = currency.value();
    return {};
  }

  /// Of a header that is only known in part, the rest may be there or not; but what decides which
  /// rows are entries, and of which account, day and amount, must be known to be there.
  [[nodiscard]] bool may_be_absent(std::string_view key, const ProfileColumn& column) const {
    constexpr std::array<std::string_view, 12> needed = {
        "account", "sort_code", "account_number", "sub_account", "date", "amount",
        "credit",  "debit",     "direction",      "currency",    "fee",  "hold_back"};
    return profile_.header == Profile::Header::among && column.number == 0 &&
           std::find(needed.begin(), needed.end(), key) == needed.end();
  }

  /// A column that no header has would be read as empty for ever.
  Result<void> check_column(std::string_view key, const ProfileColumn& column) const {
    if (may_be_absent(key, column)) return {};
    const auto fault = [&](std::string found, std::string expected) {
      return Error{ErrorCode::malformed,
                   std::move(found),
                   std::move(expected),
                   {text_.name(), 0, std::string(key)}};
    };
    if (profile_.headers.empty()) {
      if (column.number == 0) return fault(quoted(column.name), "a number of a column: #3");
      if (column.number > profile_.columns) {
        return fault("#" + std::to_string(column.number),
                     "a number of at most " + std::to_string(profile_.columns));
      }
      return {};
    }
    if (profile_.header == Profile::Header::among && column.number > 0) {
      return fault("#" + std::to_string(column.number), "words: the columns may stand anywhere");
    }
    for (const std::vector<std::string>& header : profile_.headers) {
      const auto times = std::count(header.begin(), header.end(), column.name);
      if (column.number > header.size()) {
        return fault("#" + std::to_string(column.number), "a column of the header");
      }
      if (column.number > 0 || times == 1) continue;
      return fault(quoted(column.name),
                   times == 0 ? "a column of the header" : "a number, #3: the header has it twice");
    }
    return {};
  }

  Result<void> check_columns() {
    for (const auto& [field, columns] : profile_.fields) {
      for (const ProfileColumn& column : columns) {
        if (auto fine = check_column(field_name(field), column); !fine) return fine;
      }
    }
    for (const auto* list : {&profile_.hold_back, &profile_.opening_rows, &profile_.reject}) {
      for (const ProfileCondition& condition : *list) {
        if (auto fine = check_column("hold_back", condition.column); !fine) return fine;
      }
    }
    return {};
  }

  Result<void> check_sense() {
    const bool split = profile_.has(ProfileField::credit) && profile_.has(ProfileField::debit);
    const bool either = profile_.has(ProfileField::credit) || profile_.has(ProfileField::debit);
    if (!profile_.has(ProfileField::date)) return missing("date", "the column of the date");
    if (profile_.has(ProfileField::amount) == either || split != either) {
      return missing("amount", "`amount`, or `credit` and `debit`");
    }
    if (profile_.has(ProfileField::direction) &&
        (profile_.credit_words.empty() || profile_.debit_words.empty())) {
      return missing("credit_words", "`credit_words` and `debit_words` beside `direction`");
    }
    if (profile_.has(ProfileField::sort_code) != profile_.has(ProfileField::account_number)) {
      return missing("account_number", "`account_number` beside `sort_code`");
    }
    return {};
  }

  const ProfileText& text_;
  Profile profile_;
};

}  // namespace

Result<Profile> Profile::parse(std::string_view text, std::string_view name) {
  RECOUP_TRY(lines, ProfileText::parse(text, name));
  RECOUP_TRY(profile, ProfileReader(lines).read());
  profile.text = text;
  return profile;
}

}  // namespace recoup
