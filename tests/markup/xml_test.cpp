#include "recoup/markup/xml.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

/// The events in one line each: "<name attr=value @line:offset", "text @line", ">name @line".
Result<std::vector<std::string>> events_of(std::string_view bytes) {
  std::vector<std::string> lines;
  auto read = read_xml(bytes, [&](const XmlEvent& event) -> Result<void> {
    const std::string at = " @" + std::to_string(event.line) + ":" + std::to_string(event.offset);
    if (event.kind == XmlEvent::Kind::text) {
      lines.push_back("'" + event.text + "'" + at);
    } else if (event.kind == XmlEvent::Kind::end) {
      lines.push_back(">" + event.name + at);
    } else {
      std::string line = "<" + event.name;
      for (const XmlAttribute& a : event.attributes) line += " " + a.name + "=" + a.value;
      lines.push_back(line + at);
    }
    return {};
  });
  if (!read) return std::move(read).error();
  return lines;
}

std::string fault_of(std::string_view bytes) {
  const auto read = events_of(bytes);
  return read ? "accepted" : message(read.error());
}

TEST(Xml, GivesEveryTagAndTextItsLineAndByte) {
  const auto events = events_of("<a x=\"1\">\n <b>t</b>\r\n</a>").value();
  const std::vector<std::string> expected = {"<a x=1 @1:0", "'\n ' @1:9", "<b @2:11", "'t' @2:14",
                                             ">b @2:15",    "'\n' @2:19", ">a @3:21"};
  EXPECT_EQ(events, expected);
}

TEST(Xml, FindsTheByteBehindCharactersOfSeveralBytes) {
  const std::string text = "<a>£é\xF0\x9F\x90\xB4<b/></a>";
  EXPECT_EQ(events_of(text).value()[2], "<b @1:" + std::to_string(text.find("<b/>")));
  EXPECT_EQ(events_of("\xEF\xBB\xBF<a><b/></a>").value()[1], "<b @1:6");
}

TEST(Xml, FindsTheByteBehindBracketsThatBeginAndEndNoTag) {
  const std::string text =
      "<?p <x> ?>\n<a b=\"1>2\" c='\">'><!-- <d> -->\n<![CDATA[<e>]]>f<![CDATA[</e>]]><g/><?q <h>?>"
      "<i\n>j</i></a>";
  const auto at = [&](std::string_view what) { return std::to_string(text.find(what)); };
  const std::vector<std::string> expected = {"<a b=1>2 c=\"> @2:" + at("<a "),
                                             "'\n<e>f</e>' @2:" + at("\n<![CDATA"),
                                             "<g @3:" + at("<g/>"),
                                             ">g @3:" + at("<g/>"),
                                             "<i @3:" + at("<i"),
                                             "'j' @4:" + at("j<"),
                                             ">i @4:" + at("</i>"),
                                             ">a @4:" + at("</a>")};
  EXPECT_EQ(events_of(text).value(), expected);
}

TEST(Xml, FindsTheByteOfATextThatBeginsAsCdata) {
  EXPECT_EQ(events_of("<a><![CDATA[]]><![CDATA[<b>]]></a>").value()[1], "'<b>' @1:24");
}

TEST(Xml, CountsLinesAsPeopleDo) {
  EXPECT_EQ(events_of("<a>\r\r\n\r\r\n<b/></a>").value()[2].substr(0, 5), "<b @3");
}

TEST(Xml, HandsOverTextInOnePiece) {
  const auto events = events_of("<a>M&amp;S <!-- c --><![CDATA[<x>  ]]>&#163;</a>").value();
  EXPECT_EQ(events[1], "'M&S <x>  £' @1:3");
  const std::string longer(100000, 'x');
  EXPECT_EQ(events_of("<a>" + longer + "</a>").value().size(), 3U);
}

TEST(Xml, SplitsNamesFromTheirNamespaces) {
  std::string found;
  ASSERT_TRUE(
      read_xml("<p:a xmlns:p=\"urn:one\" p:k=\"v\"/>", [&](const XmlEvent& event) -> Result<void> {
        found += event.namespace_uri + "|" + event.name + ";";
        return {};
      }));
  EXPECT_EQ(found, "urn:one|a;urn:one|a;");
}

TEST(Xml, IgnoresADeclaredEncodingAndReadsUtf8) {
  EXPECT_EQ(
      events_of("<?xml version=\"1.0\" encoding=\"us-ascii\"?><a>é</a>").value()[1].substr(0, 4),
      "'é'");
}

TEST(Xml, RefusesADocumentTypeWithItsLine) {
  for (const char* text :
       {"<!DOCTYPE a>\n<a/>", "<!DOCTYPE a SYSTEM \"x.dtd\"><a/>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>"}) {
    EXPECT_EQ(fault_of(text),
              "1: found a DOCTYPE; expected XML without a document type declaration");
  }
}

TEST(Xml, RefusesWhatIsBrokenOffOrCrossed) {
  EXPECT_EQ(fault_of("<a>\n<b>").substr(0, 9), "2: found ");
  EXPECT_EQ(fault_of("<a>\n\n<b></a></b>").substr(0, 9), "3: found ");
  for (const char* text :
       {"", "plain", "<a>&undefined;</a>", "<a/><b/>", "<a>\xE9</a>", "<a x=1/>"}) {
    EXPECT_NE(fault_of(text), "accepted") << text;
  }
  EXPECT_NE(fault_of(std::string("<a>\0</a>", 8)), "accepted");
}

TEST(Xml, RefusesMoreThanSixtyFourLevels) {
  const auto nested = [](std::size_t levels) {
    std::string text;
    for (std::size_t i = 0; i < levels; ++i) text += "<a>";
    for (std::size_t i = 0; i < levels; ++i) text += "</a>";
    return text;
  };
  EXPECT_EQ(fault_of(nested(64)), "accepted");
  EXPECT_EQ(fault_of(nested(65)), "1: found nesting deeper than 64; expected at most 64 levels");
  EXPECT_NE(fault_of(nested(100000)), "accepted");
}

TEST(Xml, RefusesTextAndTagsBeyondTheirLimits) {
  EXPECT_NE(fault_of("<a>" + std::string(xml_text_max + 1, 'x') + "</a>"), "accepted");
  EXPECT_NE(fault_of("<a x=\"" + std::string(xml_tag_max, 'x') + "\"/>"), "accepted");
}

TEST(Xml, StopsAtTheVisitorsErrorAndAddsTheLine) {
  int seen = 0;
  const auto read = read_xml("<a>\n<b/><c/></a>", [&](const XmlEvent& event) -> Result<void> {
    ++seen;
    if (event.name == "b") return Error{ErrorCode::malformed, "b", "c", {}};
    return {};
  });
  ASSERT_FALSE(read);
  EXPECT_EQ(message(read.error()), "2: found b; expected c");
  EXPECT_EQ(seen, 3);
}

}  // namespace
}  // namespace recoup
