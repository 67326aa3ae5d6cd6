// profile.hpp: the layout in which one bank writes its table of entries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/profile_text.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/currency.hpp"

namespace recoup {

/// What a column can hold. The names in a profile are these.
enum class ProfileField : std::uint8_t {
  account,
  sort_code,
  account_number,
  sub_account,
  date,
  time,
  value_date,
  description,
  amount,
  credit,
  debit,
  direction,
  balance,
  currency,
  fee,
  counterparty,
  counterparty_account,
  reference,
  code,
  category,
  original_amount,
  original_currency,
  exchange_rate,
  end_to_end,
  mandate,
  cheque,
  servicer,
};
constexpr std::size_t profile_field_count = static_cast<std::size_t>(ProfileField::servicer) + 1;

/// A column, by its words in the header or by its number.
struct ProfileColumn {
  std::string name;
  std::size_t number = 0;  ///< From 1; 0 where it has a name.

  friend bool operator==(const ProfileColumn&, const ProfileColumn&) = default;
};

/// `COLUMN = VALUE | VALUE -> WHY`: rows of this kind are no entries.
struct ProfileCondition {
  enum class Kind : std::uint8_t { equals, differs, begins };

  ProfileColumn column;
  Kind kind = Kind::equals;
  std::vector<std::string> values;
  std::string why;
};

/// `fact: WHAT = LABEL`: what a line before the header or behind the entries says behind its label.
struct ProfileFact {
  enum class Kind : std::uint8_t {
    account,
    sort_code,
    currency,
    opening,
    closing,
    current,  ///< The balance on the day of the download: the closing one only where they agree.
    available,
    from,
    until,
    period,
    number,
  };

  Kind kind = Kind::account;
  std::string label;
};

/// A date, perhaps with a time: `d/m/yyyy`, `dd mmm yy`, `yyyy-mm-dd HH:MI:SS`.
///
///   `yyyy`, `yy`  Four digits; two, of 1970 to 2069.
///   `mm`, `m`     Two digits; one or two.
///   `mmm`         The name of a month, whole or short, in one of the languages of
///                 importers/profile/month_names.hpp, perhaps with a point.
///   `dd`, `d`     Two digits; one or two.
///   `HH`, `H`, `MI`, `SS`, `AM`  Hours of two digits, of one or two, minutes, seconds, am or pm.
///   `ZZ`          An offset from UTC: `Z`, `+0000`, `+01:00`.
///   `?`           Any rest.
///   Anything else stands for itself.
struct DateFormat {
  std::string text;
};

/// The layout of a table, as a profile describes it.
///
///   Shape   A value. importers/profiles/README.md has every key.
struct Profile {
  enum class Kind : std::uint8_t { entries, seizures };
  enum class Layout : std::uint8_t { rows, blocks };
  enum class Header : std::uint8_t {
    exact,    ///< One of `headers`, word for word.
    among,    ///< A line that holds every cell of one of `headers`, in any order, among others.
    unknown,  ///< A line that is there, and whose words nobody wrote down.
    none,
  };
  enum class Decimal : std::uint8_t { point, comma, by_evidence };
  enum class Debits : std::uint8_t { positive, negative, by_evidence };
  enum class Sign : std::uint8_t { credit_positive, debit_positive };
  enum class Order : std::uint8_t { unknown, oldest_first, newest_first };
  /// What a column of fees means for the amount beside it.
  enum class Fees : std::uint8_t {
    own_entry,     ///< Not in the amount: booked as an entry of its own; a fee above zero is paid.
    signed_entry,  ///< The same, with the sign of an entry: what is paid is below zero.
    included,      ///< In the amount: named among the details.
  };

  std::string name;
  std::string version;
  std::string title;
  std::string country;
  std::vector<std::string> also;  ///< Other names of the same layout.
  Kind kind = Kind::entries;
  Layout layout = Layout::rows;
  char delimiter = ',';
  std::optional<char> quote = '"';
  std::string encoding;  ///< Of documents that are no UTF-8; empty: found out.
  Header header = Header::exact;
  /// Alternatives, cell by cell. `{currency}` in a cell stands for a code of three capitals. Of
  /// blocks: the labels of one block.
  std::vector<std::vector<std::string>> headers;
  std::size_t columns = 0;       ///< Where `header` is not exact.
  std::uint64_t first_row = 0;   ///< Line of the first entry; 0: behind the header.
  std::size_t preamble_max = 0;  ///< Rows that may stand before the header.
  std::size_t footer_rows = 0;   ///< Rows that may stand behind the last entry.
  std::string sheet;             ///< Of a workbook; empty: any.
  std::map<ProfileField, std::vector<ProfileColumn>> fields;
  std::vector<DateFormat> dates;  ///< One of them is that of the document.
  std::optional<int> year;        ///< Of dates that name none.
  Decimal decimal = Decimal::point;
  Debits debits = Debits::positive;
  Sign sign = Sign::credit_positive;
  Order order = Order::unknown;
  Fees fees = Fees::own_entry;
  /// Of documents that name none, unless a person says another.
  std::optional<Currency> usual_currency;
  std::vector<std::string> credit_words;
  std::vector<std::string> debit_words;
  std::string text_mark;    ///< A character before a text that is not part of it: `'`.
  bool uk_account = false;  ///< Accounts are a sort code and a number: "20-11-22 12345678".
  std::vector<ProfileFact> facts;
  std::vector<ProfileCondition> hold_back;
  std::vector<ProfileCondition> opening_rows;  ///< Held back, and the balance is the opening one.
  std::vector<ProfileCondition> reject;        ///< Rows that a person must look at.
  std::string text;                            ///< The profile as it was written.

  /// Reads a profile of entries. `name` says where it is from, for messages.
  ///
  /// Errors: malformed, contradiction, with the line and the key.
  static Result<Profile> parse(std::string_view text, std::string_view name);

  [[nodiscard]] bool has(ProfileField field) const { return fields.contains(field); }
  /// "uk-barclays 1".
  [[nodiscard]] std::string called() const { return name + " " + version; }
};

/// "counterparty_account", say.
[[nodiscard]] std::string_view field_name(ProfileField field);

}  // namespace recoup
