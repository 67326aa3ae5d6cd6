#include "recoup/markup/xml.hpp"

#include <Poco/Exception.h>
#include <Poco/SAX/Attributes.h>
#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/LexicalHandler.h>
#include <Poco/SAX/Locator.h>
#include <Poco/SAX/SAXException.h>
#include <Poco/SAX/SAXParser.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "xml_namespaces.hpp"
#include "xml_places.hpp"

namespace recoup {
namespace {

/// Carries an Error out of the parser's callbacks. Never leaves this file.
struct Refusal {
  Error error;
};

std::uint64_t line_at(std::string_view bytes, std::size_t offset) {
  std::uint64_t line = 1;
  for (const char c : bytes.substr(0, offset)) line += c == '\n' ? 1 : 0;
  return line;
}

/// The line, as people count it, of a position that the parser, which saw `bytes` from `start` on,
/// states as a line and a column: for it a lone CR ends a line, and a column is a character.
std::uint64_t line_of_position(std::string_view bytes, std::size_t start, int parser_line,
                               int parser_column) {
  std::uint64_t line = line_at(bytes, start);
  int at_line = 1;
  int at_column = 0;
  for (std::size_t i = start; i < bytes.size(); ++i) {
    if (at_line > parser_line || (at_line == parser_line && at_column >= parser_column)) break;
    const char c = bytes[i];
    const bool pair = c == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (c == '\n') ++line;
    if (c == '\n' || (c == '\r' && !pair)) {
      ++at_line;
      at_column = 0;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && !pair) {
      ++at_column;
    }
  }
  return line;
}

/// Turns the parser's callbacks into events.
class Events : public Poco::XML::DefaultHandler, public Poco::XML::LexicalHandler {
 public:
  /// The parser sees `bytes` from `start` on.
  Events(std::string_view bytes, std::size_t start, const XmlVisitor& visit)
      : bytes_(bytes), start_(start), visit_(visit), places_(bytes, start) {}

  void setDocumentLocator(const Poco::XML::Locator* locator) override { locator_ = locator; }

  void startElement(const Poco::XML::XMLString& /*uri*/, const Poco::XML::XMLString& /*name*/,
                    const Poco::XML::XMLString& name,
                    const Poco::XML::Attributes& attributes) override {
    hand_over_text();
    const int stated = attributes.getLength();
    places_.to_opening_tag(stated > 0);
    if (++depth_ > xml_depth_max) {
      refuse(ErrorCode::out_of_range, places_.line(),
             "nesting deeper than " + std::to_string(xml_depth_max),
             "at most " + std::to_string(xml_depth_max) + " levels");
    }
    begin(tag_, XmlEvent::Kind::start);
    tag_.attributes.clear();
    if (stated > 0) declare_namespaces(attributes);
    name_tag(name, places_.offset() + 1);
    if (stated > 0) take_attributes(attributes);
    hand_over(tag_);
  }

  void endElement(const Poco::XML::XMLString& /*uri*/, const Poco::XML::XMLString& /*name*/,
                  const Poco::XML::XMLString& name) override {
    hand_over_text();
    places_.to_closing_tag();
    begin(tag_, XmlEvent::Kind::end);
    tag_.attributes.clear();
    name_tag(name, places_.offset() + (bytes_[places_.offset() + 1] == '/' ? 2 : 1));
    hand_over(tag_);
    namespaces_.leave(depth_);
    --depth_;
  }

  // Comes in pieces, cut at line ends, entities and the parser's own buffer.
  void characters(const Poco::XML::XMLChar ch[], int start, int length) override {
    if (text_.text.empty()) {
      places_.to_text();
      begin(text_, XmlEvent::Kind::text);
    }
    text_.text.append(ch + start, static_cast<std::size_t>(length));
    if (text_.text.size() > xml_text_max) {
      refuse(ErrorCode::out_of_range, places_.line(),
             "a text longer than " + std::to_string(xml_text_max) + " bytes", "shorter texts");
    }
  }

  void startDTD(const Poco::XML::XMLString& /*name*/, const Poco::XML::XMLString& /*public_id*/,
                const Poco::XML::XMLString& /*system_id*/) override {
    refuse(ErrorCode::malformed, parser_line(), "a DOCTYPE",
           "XML without a document type declaration");
  }
  void endDTD() override {}
  void startEntity(const Poco::XML::XMLString& /*name*/) override {}
  void endEntity(const Poco::XML::XMLString& /*name*/) override {}
  void startCDATA() override {}
  void endCDATA() override {}
  void comment(const Poco::XML::XMLChar[] /*ch*/, int /*start*/, int /*length*/) override {}
  void skippedEntity(const Poco::XML::XMLString& name) override {
    refuse(ErrorCode::malformed, parser_line(), quoted("&" + name + ";"),
           "an entity that XML defines itself");
  }

 private:
  /// Where the parser is, for what is no event of ours.
  [[nodiscard]] std::uint64_t parser_line() const {
    if (locator_ == nullptr) return 1;
    return line_of_position(bytes_, start_, locator_->getLineNumber(), locator_->getColumnNumber());
  }

  /// The name as it stands in the document at `at`.
  void name_tag(const Poco::XML::XMLString& name, std::size_t at) {
    const XmlName parts = split(name);
    tag_.namespace_uri = *namespace_of(parts.prefix);
    tag_.name = bytes_.substr(at + parts.local_at(), parts.local.size());
    RECOUP_CHECK(tag_.name == parts.local);
  }

  void declare_namespaces(const Poco::XML::Attributes& attributes) {
    for (int i = 0; i < attributes.getLength(); ++i) {
      const Poco::XML::XMLString& name = attributes.getQName(i);
      if (!XmlNamespaces::is_declaration(name)) continue;
      (void)split(name);
      const std::string fault = namespaces_.declare(name, attributes.getValue(i), depth_);
      if (!fault.empty()) refuse_namespaces(fault);
    }
  }

  void take_attributes(const Poco::XML::Attributes& attributes) {
    for (int i = 0; i < attributes.getLength(); ++i) {
      const Poco::XML::XMLString& name = attributes.getQName(i);
      if (XmlNamespaces::is_declaration(name)) continue;
      const XmlName parts = split(name);
      // A default namespace is none of attributes.
      const std::string uri = parts.prefix.empty() ? "" : *namespace_of(parts.prefix);
      for (const XmlAttribute& other : tag_.attributes) {
        if (other.name != parts.local || other.namespace_uri != uri) continue;
        refuse_namespaces("the attribute " + quoted(parts.local) + " twice in one tag");
      }
      tag_.attributes.push_back({uri, std::string(parts.local), attributes.getValue(i)});
    }
  }

  [[nodiscard]] XmlName split(std::string_view name) const {
    const XmlName parts = XmlNamespaces::cut(name);
    if (parts.local.empty()) refuse_namespaces("the name " + quoted(name));
    return parts;
  }

  [[nodiscard]] const std::string* namespace_of(std::string_view prefix) const {
    const std::string* const uri = namespaces_.uri_of(prefix);
    if (uri == nullptr) refuse_namespaces("a prefix " + quoted(prefix) + " that is not declared");
    return uri;
  }

  [[noreturn]] void refuse_namespaces(std::string found) const {
    refuse(ErrorCode::malformed, places_.line(), std::move(found),
           "well-formed XML with namespaces");
  }

  void begin(XmlEvent& event, XmlEvent::Kind kind) const {
    event.kind = kind;
    event.line = places_.line();
    event.offset = places_.offset();
    event.end = places_.end_of_tag();
  }

  void hand_over_text() {
    if (text_.text.empty()) return;
    hand_over(text_);
    text_.text.clear();
  }

  void hand_over(const XmlEvent& event) {
    auto taken = visit_(event);
    if (taken) return;
    Error error = std::move(taken).error();
    if (error.place.line == 0) error.place.line = event.line;
    throw Refusal{std::move(error)};
  }

  [[noreturn]] static void refuse(ErrorCode code, std::uint64_t line, std::string found,
                                  std::string expected) {
    throw Refusal{{code, std::move(found), std::move(expected), {"", line, ""}}};
  }

  std::string_view bytes_;
  std::size_t start_;
  const XmlVisitor& visit_;
  XmlPlaces places_;
  XmlNamespaces namespaces_;
  const Poco::XML::Locator* locator_ = nullptr;
  std::size_t depth_ = 0;
  // Two events, filled again and again, so that each keeps the memory of its texts.
  XmlEvent tag_;
  XmlEvent text_;
};

/// The first tag that is too long, or nothing.
///
///   Cost   A tag that is too long holds a whole stretch without a closing bracket: where none
///   does,
///          one search for each stretch is all.
std::optional<std::size_t> first_long_tag(std::string_view bytes) {
  constexpr std::size_t stretch = xml_tag_max / 2;
  bool all_close = true;
  for (std::size_t at = 0; at + stretch <= bytes.size() && all_close; at += stretch) {
    all_close = bytes.substr(at, stretch).find('>') != std::string_view::npos;
  }
  if (all_close) return std::nullopt;
  std::size_t at = bytes.find('<');
  while (at != std::string_view::npos) {
    const std::size_t end = std::min(bytes.find('>', at), bytes.size());
    if (end - at > xml_tag_max) return at;
    at = bytes.find('<', end);
  }
  return std::nullopt;
}

/// What can be said before the parser sees a byte.
Result<void> check_bytes(std::string_view bytes) {
  if (const auto bad = first_bad_utf8(bytes)) {
    return Error{ErrorCode::malformed,
                 "a byte that is not UTF-8 at byte " + std::to_string(*bad),
                 "XML in UTF-8",
                 {"", line_at(bytes, *bad), ""}};
  }
  // The parser is fed in pieces and looks at an unfinished tag again with every piece: a tag of
  // many megabytes would take hours.
  if (const auto at = first_long_tag(bytes)) {
    return Error{ErrorCode::out_of_range,
                 "a tag longer than " + std::to_string(xml_tag_max) + " bytes",
                 "shorter tags",
                 {"", line_at(bytes, *at), ""}};
  }
  return {};
}

/// Where the parser begins: behind a byte order mark, and behind blanks, which no document has in
/// front of its declaration and banks write all the same.
std::size_t start_of(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::size_t mark = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  return std::min(bytes.find_first_not_of(" \t\r\n", mark), bytes.size());
}

Error not_well_formed(std::string found, std::uint64_t line) {
  return Error{ErrorCode::malformed, std::move(found), "well-formed XML", {"", line, ""}};
}

}  // namespace

Result<void> read_xml(std::string_view bytes, const XmlVisitor& visit) {
  if (auto checked = check_bytes(bytes); !checked) return checked;
  const std::size_t start = start_of(bytes);
  const std::string_view body = bytes.substr(start);
  try {
    Events events(bytes, start, visit);
    Poco::XML::SAXParser parser("UTF-8");
    parser.setFeature(Poco::XML::XMLReader::FEATURE_EXTERNAL_GENERAL_ENTITIES, false);
    parser.setFeature(Poco::XML::XMLReader::FEATURE_EXTERNAL_PARAMETER_ENTITIES, false);
    parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACES, false);
    parser.setContentHandler(&events);
    parser.setProperty(Poco::XML::XMLReader::PROPERTY_LEXICAL_HANDLER,
                       static_cast<Poco::XML::LexicalHandler*>(&events));
    parser.parseMemoryNP(body.data(), body.size());
    return {};
  } catch (const Refusal& refusal) {
    return refusal.error;
  } catch (const Poco::XML::SAXParseException& fault) {
    // The parser's own words end with its own count of lines.
    const std::string& words = fault.message();
    return not_well_formed(
        words.substr(0, words.rfind(" in line ")),
        line_of_position(bytes, start, fault.getLineNumber(), fault.getColumnNumber()));
  } catch (const Poco::Exception& fault) {
    return not_well_formed(fault.displayText(), 0);
  } catch (const std::exception& fault) {
    return not_well_formed(fault.what(), 0);
  }
}

}  // namespace recoup
