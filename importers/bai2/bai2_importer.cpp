#include "bai2/bai2_importer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "bai2/bai2_account.hpp"
#include "bai2/bai2_records.hpp"
#include "bai2/bai2_values.hpp"
#include "document_text.hpp"
#include "ofx/encoding.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// One document on its way into an Import: which headers are open, and what has been added up.
class Bai2Reader {
 public:
  Bai2Reader(const Document& source, const ImportOptions& options) : document_{source, options} {}

  Result<Import> read(std::string_view text, std::string_view encoding) {
    Import& import = document_.import;
    import.format = "bai2";
    import.version = "1";
    import.notes.push_back("read as " + std::string(encoding));
    Bai2Records read = bai2_records(text);
    std::move(read.notes.begin(), read.notes.end(), std::back_inserter(import.notes));
    for (const Bai2Record& record : read.records) {
      if (auto taken = take(record); !taken) return refused(record, std::move(taken).error());
    }
    if (state_ != State::closed) {
      const Bai2Record& last = read.records.back();
      return refused(
          last,
          Error{
              ErrorCode::malformed, "the end of the document", "99, the trailer of the file", {}});
    }
    place_blocks(std::move(document_.blocks), import);
    return std::move(import);
  }

 private:
  enum class State : std::uint8_t { nothing, in_file, in_group, in_account, closed };

  Error refused(const Bai2Record& record, Error error) const {
    return placed(std::move(error), document_.source.name, record.line());
  }

  void note(std::string text) { document_.import.notes.push_back(std::move(text)); }

  Result<void> take(const Bai2Record& record) {
    const std::string_view code = record.code;
    if (state_ == State::nothing || (state_ == State::closed && code == "01")) {
      return begin_file(record);
    }
    if (state_ == State::closed) {
      reject(record, "behind the trailer of the file");
    } else if (code == "02") {
      end_group(nullptr);
      begin_group(record);
    } else if (code == "03") {
      return begin_account(record);
    } else if (code == "16") {
      take_entry(record);
    } else if (code == "49") {
      take_account_trailer(record);
    } else if (code == "98") {
      take_group_trailer(record);
    } else if (code == "99") {
      end_file(record);
    } else {
      reject(record, "which BAI2 does not have here");
    }
    return {};
  }

  void reject(const Bai2Record& record, const std::string& why) {
    const std::string code(record.code);
    document_.reject(record, Error{ErrorCode::malformed,
                                   "record " + quoted(code, 20) + ", " + why,
                                   "01, 02, 03, 16, 49, 98, 99 or 88 in the order of BAI2",
                                   {"", 0, "record code"}});
  }

  Result<void> begin_file(const Bai2Record& record) {
    if (record.code != "01") {
      return Error{ErrorCode::malformed,
                   quoted(record.code, 20) + " as the first record",
                   "01, the header of a file",
                   {"", 0, "record code"}};
    }
    constexpr std::size_t version_field = 7;
    const std::string_view version = trimmed(record.field(version_field));
    if (version != "2") {
      if (!version.empty()) {
        return Error{ErrorCode::malformed,
                     "version " + quoted(version, 20),
                     "2, the version of BAI that is read",
                     {"", 0, "01 version number"}};
      }
      note("the header of the file states no version; it was read as BAI2");
    }
    state_ = State::in_file;
    file_ = {};
    file_.lines = record.lines.size();
    groups_ = 0;
    return {};
  }

  void begin_group(const Bai2Record& record) {
    state_ = State::in_group;
    group_ = {};
    group_sum_ = {};
    group_sum_.lines = record.lines.size();
    accounts_ = 0;
    ++groups_;
    group_line_ = record.line();
    group_.currency = trimmed(record.field(5));
    auto as_of = parse_bai2_date(trimmed(record.field(3)));
    if (as_of) {
      group_.as_of = as_of.value();
    } else {
      Error error = std::move(as_of).error();
      error.place.field = "02 as-of date";
      error.place.line = record.line();
      group_.as_of_fault = std::move(error);
    }
    const std::string_view status = trimmed(record.field(2));
    if (status == "2") group_.held_back = "of a group that deletes an earlier one";
    if (status == "4") group_.held_back = "of a group that is only a test";
    note_group(record, status);
  }

  void note_group(const Bai2Record& record, std::string_view status) {
    std::string words = "group " + std::to_string(groups_) + " on line " +
                        std::to_string(record.line()) + " is as of ";
    words += group_.as_of ? iso_text(*group_.as_of) : std::string("no day");
    const std::string_view time = trimmed(record.field(4));
    if (!time.empty()) words += ", " + printable(time);
    const std::string_view modifier = trimmed(record.field(6));
    if (modifier == "1") words += ", the previous day so far";
    if (modifier == "2") words += ", the previous day, final";
    if (modifier == "3") words += ", the same day so far";
    if (modifier == "4") words += ", the same day, final";
    if (status == "3") words += "; it corrects an earlier group";
    if (!group_.held_back.empty()) words += "; it is held back";
    note(std::move(words));
  }

  Result<void> begin_account(const Bai2Record& record) {
    if (state_ == State::in_file) {
      reject(record, "an account outside a group");
      return {};
    }
    end_account(nullptr);
    RECOUP_TRY(account, Bai2Account::begin(record, group_, document_));
    account_ = std::move(account);
    state_ = State::in_account;
    ++accounts_;
    return {};
  }

  void take_entry(const Bai2Record& record) {
    if (state_ == State::in_account) {
      account_->take(record, document_);
    } else {
      reject(record, "an entry outside an account");
    }
  }

  void take_account_trailer(const Bai2Record& record) {
    if (state_ == State::in_account) {
      end_account(&record);
    } else {
      reject(record, "the trailer of no account");
    }
  }

  void end_account(const Bai2Record* trailer) {
    if (state_ != State::in_account) return;
    group_sum_.add(account_->end(trailer, document_));
    account_.reset();
    state_ = State::in_group;
  }

  void take_group_trailer(const Bai2Record& record) {
    if (state_ == State::in_file) {
      reject(record, "the trailer of no group");
    } else {
      end_group(&record);
    }
  }

  void end_group(const Bai2Record* trailer) {
    if (state_ == State::in_file) return;
    end_account(nullptr);
    std::vector<ControlTotal>& totals = document_.import.totals;
    const std::string which = " of group " + std::to_string(groups_);
    if (trailer == nullptr) {
      totals.push_back({"trailer" + which, "", "no record 98", false, group_line_});
    } else {
      group_sum_.lines += trailer->lines.size();
      totals.push_back(bai2_amount_total("control total" + which, *trailer, 0, group_sum_));
      totals.push_back(bai2_count_total("accounts" + which, *trailer, 1, accounts_));
      totals.push_back(bai2_count_total("records" + which, *trailer, 2, group_sum_.lines));
    }
    file_.add(group_sum_);
    state_ = State::in_file;
  }

  void end_file(const Bai2Record& trailer) {
    end_group(nullptr);
    file_.lines += trailer.lines.size();
    std::vector<ControlTotal>& totals = document_.import.totals;
    totals.push_back(bai2_amount_total("control total of the file", trailer, 0, file_));
    totals.push_back(bai2_count_total("groups of the file", trailer, 1, groups_));
    totals.push_back(bai2_count_total("records of the file", trailer, 2, file_.lines));
    state_ = State::closed;
  }

  Bai2Document document_;
  State state_ = State::nothing;
  Bai2Sum file_;
  std::uint64_t groups_ = 0;
  Bai2Group group_;
  Bai2Sum group_sum_;
  std::uint64_t accounts_ = 0;
  std::uint64_t group_line_ = 0;
  std::optional<Bai2Account> account_;
};

}  // namespace

bool is_bai2(std::string_view head) {
  const std::string_view text = trimmed(head);
  if (text.size() < 3 || !is_digit(text[0]) || !is_digit(text[1]) || text[2] != ',') return false;
  const std::string_view line = trimmed(text.substr(0, text.find_first_of("\r\n")));
  constexpr std::ptrdiff_t header_commas = 8;
  if (std::count(line.begin(), line.end(), ',') < header_commas) return false;
  if (line.ends_with("/")) return true;
  const std::string_view behind = text.substr(line.size());
  return text.starts_with("01,") &&
         (line.find("/02,") != std::string_view::npos || trimmed(behind).starts_with("02,"));
}

Result<Import> import_bai2(const Document& document, const ImportOptions& options) {
  RECOUP_TRY(decoded, decode_ofx(document));
  return Bai2Reader(document, options).read(decoded.text(), decoded.encoding);
}

}  // namespace recoup
