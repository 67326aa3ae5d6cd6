// party_name.hpp: when two spellings name one person or company.
#pragma once

#include <string>
#include <string_view>

namespace recoup {

/// A name in lower case, without punctuation, titles and articles, legal forms in one spelling:
/// "NORTHGATE TRADING LTD." and "The Northgate Trading Limited" have one key. Empty where nothing
/// but such words is left.
[[nodiscard]] std::string party_key(std::string_view name);

/// Whether one key is the other, or the beginning of it where a bank cut it off: at least twelve
/// characters.
[[nodiscard]] bool is_one_party(std::string_view key, std::string_view other);

}  // namespace recoup
