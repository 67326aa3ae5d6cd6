// flat_json.hpp: small files of ours, read back as values by path.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"

namespace recoup {

/// The values of one document by path: "cases[0].id" to "OP-1".
using FlatJson = std::map<std::string, std::string>;

/// Errors: as read_json.
[[nodiscard]] Result<FlatJson> flat_json(std::string_view bytes);

/// The value at the path; empty, zero or nothing where there is none that is one.
[[nodiscard]] std::string text_at(const FlatJson& flat, const std::string& path);
[[nodiscard]] std::uint64_t count_at(const FlatJson& flat, const std::string& path);
[[nodiscard]] std::optional<Date> day_at(const FlatJson& flat, const std::string& path);
/// The elements of an array of texts.
[[nodiscard]] std::vector<std::string> texts_at(const FlatJson& flat, const std::string& path);

}  // namespace recoup
