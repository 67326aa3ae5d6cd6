#include "profile/month_names.hpp"

#include <array>
#include <string>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Per month the names between blanks. Accented letters are bytes: the sources are ASCII.
constexpr std::array<std::string_view, 12> months = {
    "january januar jan janvier enero gennaio janeiro januari "
    "stycze\xC5\x84 stycznia leden ledna",
    "february februar febr f\xC3\xA9vrier fevrier febrero febbraio fevereiro februari "
    "luty lutego \xC3\xBAnor \xC3\xBAnora",
    "march m\xC3\xA4rz maerz mrz mars marzo mar\xC3\xA7o marco maart mrt marts "
    "marzec marca b\xC5\x99"
    "ezen b\xC5\x99"
    "ezna",
    "april avril abril aprile kwiecie\xC5\x84 kwietnia duben dubna",
    "may mai mayo maggio maio mei maj maja kv\xC4\x9Bten kv\xC4\x9Btna",
    "june juni juin junio giugno junho czerwiec czerwca \xC4\x8D"
    "erven \xC4\x8D"
    "ervna",
    "july juli juillet julio luglio julho lipiec lipca \xC4\x8D"
    "ervenec \xC4\x8D"
    "ervence",
    "august ao\xC3\xBBt aout agosto augustus augusti sierpie\xC5\x84 sierpnia srpen srpna",
    "september sept septembre septiembre setiembre settembre setembro "
    "wrzesie\xC5\x84 wrze\xC5\x9Bnia z\xC3\xA1\xC5\x99\xC3\xAD",
    "october oktober octobre octubre ottobre outubro pa\xC5\xBA"
    "dziernik pa\xC5\xBA"
    "dziernika \xC5\x99\xC3\xADjen \xC5\x99\xC3\xADjna",
    "november novembre noviembre novembro listopad listopada listopadu",
    "december dezember d\xC3\xA9"
    "cembre decembre diciembre dicembre dezembro desember "
    "grudzie\xC5\x84 grudnia prosinec prosince",
};

/// Small letters, also of the accented ones in U+00C0 to U+00DE.
std::string small(std::string_view word) {
  std::string text = ascii_lower(word);
  for (std::size_t i = 1; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E) {
      text[i] = static_cast<char>(byte + 0x20U);
    }
  }
  return text;
}

}  // namespace

std::optional<unsigned> month_named(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3) return std::nullopt;
  const std::string wanted = small(word);
  std::optional<unsigned> begins;
  bool twice = false;
  for (unsigned month = 1; month <= 12; ++month) {
    for (const std::string_view name : split(months[month - 1], ' ')) {
      if (name == wanted) return month;
      if (!name.starts_with(wanted)) continue;
      twice = twice || (begins && *begins != month);
      begins = month;
    }
  }
  return twice ? std::nullopt : begins;
}

}  // namespace recoup
