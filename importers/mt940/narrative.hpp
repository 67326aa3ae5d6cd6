// narrative.hpp: the words of an entry, and what banks encode in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "recoup/records/transaction.hpp"

namespace recoup {

/// What the words of an entry say.
struct Mt940Narrative {
  std::string counterparty_account;
  std::string counterparty_name;
  std::string description;
  std::vector<EntryDetail> details;
};

/// Adds the lines behind the first of a :61:, which are words; /OCMT/, /CHGS/ and /EXCH/ among
/// them are details as well.
void add_mt940_supplement(std::string_view lines, Mt940Narrative& narrative);

/// Adds the text of one :86:.
///
///   Shape  Subfields ("166?00BOOKING?20WORDS?32NAME", with any sign in place of "?"): the words
///          are ?00 and, in a line of their own, ?20 to ?29 and ?60 to ?63 joined; ?30 and ?31, or
///          the IBAN of ?38, are the account; ?32 and ?33 the name. Code words
///          ("/EREF/.../NAME/...", "EREF+...MREF+...") are details as well. Other text is kept line
///          by line.
///   Cites  Deutsche Kreditwirtschaft, DFUe agreement, appendix 3, chapter 8 (subfields of :86:).
void add_mt940_words(std::string_view text, Mt940Narrative& narrative);

/// Adds the text of one :NS: behind an entry. MultiCash numbers its lines: 15 and 16 hold the name,
/// 33 and 34 the account.
void add_mt940_non_swift(std::string_view text, Mt940Narrative& narrative);

}  // namespace recoup
