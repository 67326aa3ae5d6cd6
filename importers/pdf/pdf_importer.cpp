#include "pdf/pdf_importer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "document_text.hpp"
#include "pdf/proof.hpp"
#include "pdf/sections.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view pounds = "\xC2\xA3";
constexpr std::string_view euros = "\xE2\x82\xAC";

/// The code behind a label, or alone in brackets at the head of a column: "(GBP)".
std::optional<Currency> currency_code_in(const PdfLine& line, const PdfProfile& profile) {
  const std::vector<PdfPlainWord>& plain = line.plain;
  const auto code_of = [&](std::size_t at) -> std::optional<Currency> {
    std::string code;
    for (const char c : plain[at].text) {
      code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    auto known = Currency::parse(code);
    return known ? std::optional(known.value()) : std::nullopt;
  };
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const std::size_t length = pdf_phrase_at(plain, i, profile.of(PdfLabel::currency));
    if (length > 0 && i + length < plain.size()) {
      if (const auto code = code_of(i + length)) return code;
    }
    const std::string& printed = line.words[plain[i].behind - 1].text;
    const bool in_brackets = printed.size() == 5 && printed.front() == '(' && printed.back() == ')';
    if (!in_brackets) continue;
    if (const auto code = code_of(i)) return code;
  }
  return std::nullopt;
}

/// The currency that the document names, that the person names, or pounds; with a note.
Result<Currency> currency_of(const std::vector<PdfLine>& lines, const PdfProfile& profile,
                             const ImportOptions& options, std::vector<std::string>& notes) {
  bool has_pounds = false;
  bool has_euros = false;
  for (const PdfLine& line : lines) {
    if (const auto code = currency_code_in(line, profile)) return *code;
    for (const PdfWord& word : line.words) {
      has_pounds = has_pounds || word.text.find(pounds) != std::string::npos;
      has_euros = has_euros || word.text.find(euros) != std::string::npos;
    }
  }
  if (has_pounds && !has_euros) return gbp;
  if (has_euros && !has_pounds) return eur;
  if (!options.currency.empty()) return Currency::parse(options.currency);
  if (has_pounds) {
    return Error{ErrorCode::contradiction,
                 "pound and euro signs",
                 "a statement in one currency, or its currency as --currency",
                 {"", 0, "currency"}};
  }
  notes.emplace_back(
      "the statement names no currency; GBP was assumed (--currency says another one)");
  return gbp;
}

Result<PdfDateOrder> order_of(const ImportOptions& options, PdfDateOrder otherwise) {
  if (options.date_order.empty()) return otherwise;
  if (options.date_order == "dmy") return PdfDateOrder::day_first;
  if (options.date_order == "mdy") return PdfDateOrder::month_first;
  if (options.date_order == "ymd") return PdfDateOrder::year_first;
  return Error{ErrorCode::usage, quoted(options.date_order), "dmy, mdy or ymd", {}};
}

/// Reads every statement of the document by one profile.
class PdfDocumentReader {
 public:
  PdfDocumentReader(const Document& document, const std::vector<PdfLine>& lines,
                    const ImportOptions& options, PdfProfile profile)
      : document_(document), lines_(lines), options_(options), profile_(std::move(profile)) {}

  /// Whether any row was found, good or bad.
  [[nodiscard]] bool has_rows() const { return has_rows_; }

  Result<Import> read() {
    RECOUP_TRY(order, order_of(options_, profile_.date_order));
    profile_.date_order = order;
    import_.format = "pdf";
    import_.version = "1";
    import_.profile = profile_.name + " " + profile_.version;
    RECOUP_TRY(currency, currency_of(lines_, profile_, options_, import_.notes));
    const std::vector<std::vector<PdfLine>> sections = pdf_sections(lines_, profile_);
    if (sections.empty()) {
      return Error{
          ErrorCode::malformed, "no words on the pages", "a statement that can be read", {}};
    }
    for (const std::vector<PdfLine>& section : sections) {
      if (auto read = read_section(section, currency); !read) return read.error();
    }
    return std::move(import_);
  }

 private:
  Result<void> read_section(const std::vector<PdfLine>& lines, Currency currency) {
    const PdfIdentity identity = read_pdf_identity(lines, profile_);
    const PdfTableContext context{profile_, identity, currency, document_.name};
    PdfTable table = read_pdf_table(lines, context);
    has_rows_ = has_rows_ || !table.entries.empty() || !table.rejections.empty();
    const auto stated = read_pdf_stated(lines, table.free, profile_, currency);
    RECOUP_TRY(proof, prove_pdf_table(table, stated, context));
    const std::string account = account_of(identity);
    add(std::move(table), std::move(proof), account, identity, lines.front().number);
    return {};
  }

  std::string account_of(const PdfIdentity& identity) {
    if (!identity.account.empty()) return identity.account;
    if (!options_.account.empty()) return options_.account;
    std::string name = "unnamed account " + document_.digest.short_text();
    const std::string sentence = "the statement names no account; it is called " + quoted(name) +
                                 " here (--account says its name)";
    auto& notes = import_.notes;
    if (std::find(notes.begin(), notes.end(), sentence) == notes.end()) notes.push_back(sentence);
    return name;
  }

  void add(PdfTable table, PdfProof proof, const std::string& account, const PdfIdentity& identity,
           std::uint64_t first_line) {
    const auto number = static_cast<std::uint32_t>(import_.statements.size() + 1);
    for (PdfEntry& entry : table.entries) add_entry(std::move(entry), account, number);
    proof.statement.account = account;
    proof.statement.line = first_line;
    add_pages(proof.statement, identity);
    const std::string what = "statement of " + account + " on line " + std::to_string(first_line);
    import_.notes.push_back(what + ": " + std::to_string(table.entries.size()) +
                            (table.entries.size() == 1 ? " entry" : " entries"));
    if (table.amounts_on_last_line) {
      import_.notes.push_back(what + ": amounts stand on the last line of an entry");
    }
    for (const std::string& sentence : proof.notes) {
      import_.notes.push_back(what + ": " + sentence);
    }
    import_.statements.push_back(std::move(proof.statement));
    for (StatementBalance& balance : proof.balances) {
      balance.account = account;
      balance.statement = number;
      import_.balances.push_back(std::move(balance));
    }
    std::move(table.held_back.begin(), table.held_back.end(),
              std::back_inserter(import_.held_back));
  }

  void add_entry(PdfEntry entry, const std::string& account, std::uint32_t statement) {
    Transaction transaction{
        account, BookingTime(entry.date),      entry.amount, entry.balance, "",
        "",      std::move(entry.description), "",           entry.line,    statement};
    if (!entry.code.empty()) transaction.details.push_back({"code", std::move(entry.code)});
    transaction.details.push_back({"page", std::to_string(entry.page)});
    transaction.details.push_back({"box", entry.box.text()});
    import_.transactions.push_back(std::move(transaction));
  }

  /// Printed page numbers say whether a page is missing.
  static void add_pages(Statement& statement, const PdfIdentity& identity) {
    if (!identity.pages) return;
    statement.totals.push_back({"pages of the statement", std::to_string(*identity.pages),
                                std::to_string(identity.pages_seen),
                                *identity.pages == identity.pages_seen, statement.line});
  }

  const Document& document_;
  const std::vector<PdfLine>& lines_;
  const ImportOptions& options_;
  PdfProfile profile_;
  Import import_;
  bool has_rows_ = false;
};

/// Whether the line may be a letterhead or the small print at the foot of the first page, where a
/// bank names itself. In the rows between, other banks are named.
bool may_name_the_bank(const PdfLine& line, const PdfProfile& profile) {
  constexpr std::int64_t head_ends = 28000;
  constexpr std::int64_t foot_begins = 74000;
  const bool there = line.box.bottom < head_ends || line.box.top > foot_begins;
  return line.page == 1 && there &&
         std::none_of(line.words.begin(), line.words.end(), [&](const PdfWord& word) {
           return read_pdf_amount(word.text, gbp, profile.decimal_mark).has_value();
         });
}

/// Whether every text that the profile asks for stands there.
bool is_of(const std::vector<PdfLine>& lines, const PdfProfile& profile) {
  return std::all_of(profile.must_appear.begin(), profile.must_appear.end(),
                     [&](const std::string& wanted) {
                       return std::any_of(lines.begin(), lines.end(), [&](const PdfLine& line) {
                         return may_name_the_bank(line, profile) &&
                                ascii_lower(line.text()).find(wanted) != std::string::npos;
                       });
                     });
}

/// The profiles to try: the one that was asked for, or all that fit.
Result<std::vector<PdfProfile>> profiles_for(const std::vector<PdfLine>& lines,
                                             const ImportOptions& options) {
  std::vector<PdfProfile> profiles;
  std::string names;
  for (const BuiltInPdfProfile& held : built_in_pdf_profiles()) {
    names += (names.empty() ? "" : ", ") + std::string(held.name);
    if (!options.profile.empty() && options.profile != held.name) continue;
    RECOUP_TRY(profile, parse_pdf_profile(held.text, held.name));
    if (!options.profile.empty() || is_of(lines, profile)) profiles.push_back(std::move(profile));
  }
  if (!profiles.empty()) return profiles;
  if (options.profile.find('\n') == std::string::npos) {
    return Error{ErrorCode::usage,
                 quoted(options.profile),
                 "a profile of PDF statements: " + names,
                 {"", 0, "profile"}};
  }
  RECOUP_TRY(own, parse_pdf_profile(options.profile, "profile"));
  profiles.push_back(std::move(own));
  return profiles;
}

Error not_a_whole_pdf(const Document& document) {
  return Error{ErrorCode::malformed,
               "a PDF that does not end with %%EOF: it is cut off",
               "a whole PDF",
               {document.name, 0, ""}};
}

}  // namespace

bool is_pdf(std::string_view head) {
  constexpr std::size_t junk_max = 1024;
  return head.substr(0, junk_max).find("%PDF-") != std::string_view::npos &&
         trimmed(head).starts_with("%PDF-");
}

Result<Import> import_pdf_words(const Document& document, std::string_view words,
                                const ImportOptions& options) {
  const auto text = parse_pdf_text(words);
  if (!text) return placed(text.error(), document.name);
  const std::vector<PdfLine> lines = pdf_lines(text.value());
  const auto profiles = profiles_for(lines, options);
  if (!profiles) return placed(profiles.error(), document.name);
  std::optional<Error> refused;
  bool has_rows = false;
  for (const PdfProfile& profile : profiles.value()) {
    // Rows under heads that do not come to what is printed are no reason to read without the heads.
    if (has_rows && !profile.has_header) continue;
    PdfDocumentReader reader(document, lines, options, profile);
    auto import = reader.read();
    if (import) {
      std::vector<std::string>& notes = import.value().notes;
      notes.insert(notes.begin(), text.value().notes.begin(), text.value().notes.end());
      notes.insert(notes.begin(), "read from the text of " + std::to_string(text.value().pages) +
                                      (text.value().pages == 1 ? " page" : " pages") +
                                      " by the profile " + import.value().profile);
      if (text.value().encrypted) notes.emplace_back("the PDF is encrypted without a password");
      return import;
    }
    if (!refused || (reader.has_rows() && !has_rows)) refused = std::move(import).error();
    has_rows = has_rows || reader.has_rows();
  }
  return placed(*refused, document.name);
}

Result<Import> import_pdf(const Document& document, const ImportOptions& options) {
  if (!is_pdf(document.bytes)) {
    return Error{ErrorCode::malformed,
                 document.bytes.empty() ? "an empty file" : "bytes that do not begin with %PDF-",
                 "a PDF",
                 {document.name, 0, ""}};
  }
  constexpr std::size_t tail_bytes = 2048;
  const std::size_t end = document.bytes.rfind("%%EOF");
  if (end == std::string::npos || document.bytes.size() - end > tail_bytes) {
    return not_a_whole_pdf(document);
  }
  if (!options.read_pdf) {
    return Error{ErrorCode::malformed,
                 "a PDF document",
                 "a format that is read here: nothing takes the words out of a PDF",
                 {document.name, 0, ""}};
  }
  auto words = options.read_pdf(document.bytes);
  if (!words) return placed(std::move(words).error(), document.name);
  return import_pdf_words(document, words.value(), options);
}

}  // namespace recoup
