// code_words.hpp: code words within the words of an entry.
#pragma once

#include <string_view>

#include "mt940/narrative.hpp"

namespace recoup {

/// Adds what "EREF+...", "MREF+...", "IBAN+..." say. A value goes on to the next code word.
///
///   Cites  Deutsche Kreditwirtschaft, DFUe agreement, appendix 3, chapter 8.2.3 (SEPA).
void add_plus_words(std::string_view text, Mt940Narrative& narrative);

/// Adds what "/EREF/.../IBAN/.../NAME/..." or "/CNTP/account/bic/name/" say, where the text begins
/// with a code word; else false.
///
///   Cites  Dutch banks' formats of :86: (ABN AMRO, ING, Rabobank structured).
bool add_slash_words(std::string_view text, Mt940Narrative& narrative);

}  // namespace recoup
