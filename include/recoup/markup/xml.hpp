// xml.hpp: reads foreign XML as a row of events, each with its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

struct XmlAttribute {
  std::string namespace_uri;  ///< "" for an attribute without a prefix.
  std::string name;           ///< Without its prefix.
  std::string value;

  friend bool operator==(const XmlAttribute&, const XmlAttribute&) = default;
};

/// A tag that opens, the text up to the next tag, or a tag that closes.
struct XmlEvent {
  enum class Kind : std::uint8_t { start, text, end };

  Kind kind = Kind::start;
  /// Of a tag; "" where it has none. Valid while the event is visited.
  std::string_view namespace_uri;
  /// Of a tag, without its prefix: a part of the document's bytes, and valid as long as they are.
  std::string_view name;
  std::vector<XmlAttribute> attributes;  ///< Of an opening tag, in the order of the document.
  std::string text;                      ///< Of text: whole, with CDATA and entities resolved.
  std::uint64_t line = 0;                ///< Where the tag or the text begins, from 1.
  std::size_t offset = 0;                ///< The same as bytes from the beginning of the document.
  std::size_t end = 0;                   ///< Behind the last byte of a tag.
};

/// Takes one event. An Error ends the reading and is handed on.
using XmlVisitor = std::function<Result<void>(const XmlEvent&)>;

/// The deepest nesting that is read, the longest run of text, and the longest single tag.
constexpr std::size_t xml_depth_max = 64;
constexpr std::size_t xml_text_max = 1U << 20U;
constexpr std::size_t xml_tag_max = 1U << 18U;

/// Reads `bytes`, which must be UTF-8 whatever their declaration says, and hands every event to
/// `visit` in the order of the document.
///
///   Shape   Text comes in one piece between two tags, blanks included; no text event is empty.
///           Comments and processing instructions are left out. Blanks and a byte order mark in
///           front of the document are passed over.
///   Errors  malformed: not UTF-8, not well formed, broken off, a DOCTYPE (no format we read needs
///           one, and entities come with it), an entity that XML does not define itself.
///           out_of_range: deeper or longer than the limits above. Each with its line.
///   Cost    One pass; memory for one run of text.
///   Cites   XML 1.0 (fifth edition); Namespaces in XML 1.0 (third edition).
Result<void> read_xml(std::string_view bytes, const XmlVisitor& visit);

}  // namespace recoup
