#include "recoup/markup/xml.hpp"

#include <gtest/gtest.h>

#include "recoup/base/text.hpp"

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
      lines.push_back(">" + std::string(event.name) + at);
    } else {
      std::string line = "<" + std::string(event.name);
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

TEST(Xml, SaysWhereEachTagEnds) {
  const std::string text = "\xEF\xBB\xBF<a b='>'><c/>t</a\n>";
  std::vector<std::string_view> tags;
  ASSERT_TRUE(read_xml(text, [&](const XmlEvent& event) -> Result<void> {
    if (event.kind == XmlEvent::Kind::text) return {};
    tags.push_back(std::string_view(text).substr(event.offset, event.end - event.offset));
    return {};
  }));
  EXPECT_EQ(tags, (std::vector<std::string_view>{"<a b='>'>", "<c/>", "<c/>", "</a\n>"}));
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
        found += std::string(event.namespace_uri) + "|" + std::string(event.name) + ";";
        return {};
      }));
  EXPECT_EQ(found, "urn:one|a;urn:one|a;");
}

/// Every tag and attribute with its namespace, "{urn}name".
std::string names_of(std::string_view bytes) {
  std::string names;
  const auto add = [&](std::string_view uri, std::string_view name) {
    names += "{" + std::string(uri) + "}" + std::string(name) + " ";
  };
  const auto read = read_xml(bytes, [&](const XmlEvent& event) -> Result<void> {
    if (event.kind == XmlEvent::Kind::start) add(event.namespace_uri, event.name);
    for (const XmlAttribute& one : event.attributes) add(one.namespace_uri, "@" + one.name);
    return {};
  });
  return read ? names : message(read.error());
}

TEST(Xml, FollowsDeclarationsToTheEndOfTheirElement) {
  EXPECT_EQ(names_of("<a><b xmlns='urn:1'><c/><d xmlns='urn:2' k='v'/><e xmlns=''/></b><f/></a>"),
            "{}a {urn:1}b {urn:1}c {urn:2}d {}@k {}e {}f ");
  EXPECT_EQ(names_of("<p:a xmlns:p='urn:1'><p:b xmlns:p='urn:2' p:k='v'/><p:c xml:k='v'/></p:a>"),
            "{urn:1}a {urn:2}b {urn:2}@k {urn:1}c {http://www.w3.org/XML/1998/namespace}@k ");
  EXPECT_EQ(names_of("<a xmlns:p='urn:&amp;'><p:b/></a>"), "{}a {urn:&}b ");
}

TEST(Xml, RefusesNamesThatNamespacesDoNotAllow) {
  const std::string expected = "; expected well-formed XML with namespaces";
  EXPECT_EQ(names_of("<a>\n<p:b/></a>"), "2: found a prefix \"p\" that is not declared" + expected);
  EXPECT_EQ(names_of("<a p:k='v'/>"), "1: found a prefix \"p\" that is not declared" + expected);
  EXPECT_EQ(names_of("<a><b xmlns:p='urn:1'/><p:c/></a>"),
            "1: found a prefix \"p\" that is not declared" + expected);
  EXPECT_EQ(names_of("<a xmlns:p='urn:1' xmlns:q='urn:1' p:k='1' q:k='2'/>"),
            "1: found the attribute \"k\" twice in one tag" + expected);
  for (const char* name : {"a:b:c", ":a", "a:", "a:1", "a:-"}) {
    EXPECT_EQ(names_of("<x xmlns:a='urn:1'><" + std::string(name) + "/></x>"),
              "1: found the name " + quoted(name) + expected);
  }
  for (const char* declaration :
       {"xmlns:p=''", "xmlns:xmlns='urn:1'", "xmlns:xml='urn:1'", "xmlns:='urn:1'",
        "xmlns:p='http://www.w3.org/XML/1998/namespace'",
        "xmlns='http://www.w3.org/2000/xmlns/'"}) {
    EXPECT_TRUE(names_of("<a " + std::string(declaration) + "/>").ends_with(expected))
        << declaration;
  }
}

TEST(Xml, IgnoresADeclaredEncodingAndReadsUtf8) {
  EXPECT_EQ(
      events_of("<?xml version=\"1.0\" encoding=\"us-ascii\"?><a>é</a>").value()[1].substr(0, 4),
      "'é'");
}

TEST(Xml, ReadsADocumentBehindBlankLinesAndCountsThem) {
  const std::string declaration = "<?xml version=\"1.0\"?>";
  EXPECT_EQ(events_of("\r\n\n " + declaration + "\n<a/>").value()[0], "<a @4:26");
  EXPECT_EQ(events_of("\xEF\xBB\xBF\n" + declaration + "<a/>").value()[0], "<a @2:25");
  EXPECT_EQ(fault_of("\n\n<a>\n<b></a>").substr(0, 9), "4: found ");
  EXPECT_EQ(fault_of("\n<!DOCTYPE a><a/>").substr(0, 9), "2: found ");
  EXPECT_NE(fault_of(" \n "), "accepted");
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
  EXPECT_EQ(fault_of("<a x=\"" + std::string(xml_tag_max - 8, 'x') + "\"/>"), "accepted");
  EXPECT_EQ(fault_of("<b>\n<a x=\"" + std::string(xml_tag_max, 'x') + "\"/></b>"),
            "2: found a tag longer than 262144 bytes; expected shorter tags");
  EXPECT_EQ(fault_of("<a>" + std::string(xml_tag_max * 2, 'x') + "</a>"), "accepted");
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
