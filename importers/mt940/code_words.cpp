#include "mt940/code_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "mt940/entry_line.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 16> plus_words = {
    "EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ",
    "ABWA", "ABWE", "IBAN", "BIC",  "BREF", "RREF", "PURP", "MTLG"};

constexpr std::array<std::string_view, 31> slash_words = {
    "/TRTP/", "/IBAN/", "/BIC/",  "/NAME/", "/REMI/", "/EREF/",      "/MARF/",    "/CSID/",
    "/ORDP/", "/BENM/", "/CNTP/", "/PREF/", "/RTRN/", "/ISDT/",      "/SVCL/",    "/ADDR/",
    "/PURP/", "/ULTD/", "/ULTB/", "/ULTC/", "/TRCD/", "/CDTRREFTP/", "/CDTRREF/", "/ID/",
    "/EXCH/", "/OCMT/", "/CHGS/", "/RREF/", "/ACCW/", "/BUSP/",      "/SUM/"};

/// The word of the list that begins at `at`, or "".
template <std::size_t count>
std::string_view word_at(const std::array<std::string_view, count>& words, std::string_view text,
                         std::size_t at) {
  const std::string_view rest = text.substr(at);
  for (const std::string_view word : words) {
    if (rest.starts_with(word)) return word;
  }
  return {};
}

/// Where the next plus or colon stands. (`find_first_of` would call memchr for every character.)
std::size_t next_mark(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '+' && text[at] != ':') ++at;
  return at;
}

/// The code word with which `text` ends, or "".
std::string_view word_before(std::string_view text) {
  for (const std::string_view word : plus_words) {
    if (text.ends_with(word)) return word;
  }
  return {};
}

/// Identifiers of SEPA have no more than 35 characters: what is longer goes on into other words.
constexpr std::size_t identifier_length_max = 35;

void add_detail(std::string_view name, std::string_view value, Mt940Narrative& narrative) {
  if (value.size() > identifier_length_max || is_mt940_filler(value)) return;
  narrative.details.push_back({std::string(name), std::string(value)});
}

void set_account(std::string_view value, Mt940Narrative& narrative) {
  if (narrative.counterparty_account.empty()) narrative.counterparty_account = value;
}

void take_plus_word(std::string_view word, std::string_view value, Mt940Narrative& narrative) {
  if (word == "EREF") add_detail("end_to_end", value, narrative);
  if (word == "MREF") add_detail("mandate", value, narrative);
  if (word == "IBAN") set_account(value.substr(0, value.find(' ')), narrative);
}

/// "/CNTP/account/bic/name/city//": the parts between the slashes, by their place.
void take_counterparty(std::string_view value, Mt940Narrative& narrative) {
  const auto parts = split(value, '/');
  set_account(trimmed(parts[0]), narrative);
  if (parts.size() > 2 && narrative.counterparty_name.empty()) {
    narrative.counterparty_name = trimmed(parts[2]);
  }
}

std::string_view without_slashes(std::string_view value) {
  while (value.ends_with('/')) value.remove_suffix(1);
  return trimmed(value);
}

void take_slash_word(std::string_view word, std::string_view value, Mt940Narrative& narrative) {
  if (word == "/CNTP/") return take_counterparty(value, narrative);
  const std::string_view plain = without_slashes(value);
  if (word == "/EREF/") add_detail("end_to_end", plain, narrative);
  if (word == "/MARF/") add_detail("mandate", plain, narrative);
  if (word == "/IBAN/") set_account(plain, narrative);
  if (word == "/NAME/" && narrative.counterparty_name.empty()) narrative.counterparty_name = plain;
}

}  // namespace

void add_plus_words(std::string_view text, Mt940Narrative& narrative) {
  std::string_view word;  // Whose value is being read; "" where it is none of ours.
  std::size_t begin = 0;
  const auto finish = [&](std::size_t end) {
    if (!word.empty()) take_plus_word(word, trimmed(text.substr(begin, end - begin)), narrative);
  };
  std::size_t mark = next_mark(text, 0);
  while (mark < text.size()) {
    const std::string_view found = word_before(text.substr(begin, mark - begin));
    if (!found.empty()) {
      finish(mark - found.size());
      // "IBAN:" and the like repeat in the words what the code words say.
      word = text[mark] == '+' ? found : std::string_view();
      begin = mark + 1;
    }
    mark = next_mark(text, mark + 1);
  }
  finish(text.size());
}

bool add_slash_words(std::string_view text, Mt940Narrative& narrative) {
  std::size_t at = text.find('/');
  if (at == std::string_view::npos || !trimmed(text.substr(0, at)).empty()) return false;
  std::string_view word = word_at(slash_words, text, at);
  if (word.empty()) return false;
  std::size_t begin = at + word.size();
  // A word may begin with the slash that ends the one before it: "/BENM//NAME/", "/EREF/x/NAME/".
  at = text.find('/', begin);
  while (at != std::string_view::npos) {
    const std::string_view found = word_at(slash_words, text, at);
    if (!found.empty()) {
      take_slash_word(word, text.substr(begin, at - begin), narrative);
      word = found;
      begin = at + word.size();
    }
    at = text.find('/', found.empty() ? at + 1 : begin);
  }
  take_slash_word(word, text.substr(begin), narrative);
  return true;
}

}  // namespace recoup
