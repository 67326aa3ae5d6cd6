#include "recoup/report/markup_text.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(MarkupText, EndsNoTagAndNoAttribute) {
  EXPECT_EQ(markup_text("<a href=\"x\">&'</a>"),
            "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;");
}

TEST(MarkupText, ShowsWhatTurnsTheDirectionOfWriting) {
  EXPECT_EQ(markup_text("a\u202Eb\u2066c\u200Fd"), "a\\u{202E}b\\u{2066}c\\u{200F}d");
}

TEST(MarkupText, ShowsControlsAndWhatHasNoWidth) {
  EXPECT_EQ(markup_text(std::string_view("\0\n\x7F", 3)), "\\u{0000}\\u{000A}\\u{007F}");
  EXPECT_EQ(markup_text("a\u200Bb\uFEFFc\u00ADd\U000E0041"),
            "a\\u{200B}b\\u{FEFF}c\\u{00AD}d\\u{E0041}");
}

TEST(MarkupText, ShowsBytesThatAreNotText) {
  EXPECT_EQ(markup_text("a\xFF\xC3z"), "a\\xFF\\xC3z");
  EXPECT_EQ(markup_text("\xED\xA0\x80"), "\\xED\\xA0\\x80");
}

TEST(MarkupText, KeepsLettersOfAllLanguagesAndEmoji) {
  EXPECT_EQ(markup_text("£ Łódź שלום 東京 👩‍🔧"),
            "£ Łódź שלום 東京 👩‍🔧");
}

TEST(MarkupText, KeepsTenThousandCharacters) {
  EXPECT_EQ(markup_text(std::string(10000, '<')).size(), 40000U);
  EXPECT_EQ(markup_text(std::string(10000, 'a')), std::string(10000, 'a'));
}

TEST(MarkupText, LeavesAFormulaAsTheDocumentHasIt) { EXPECT_EQ(markup_text("=1+1"), "=1+1"); }

}  // namespace
}  // namespace recoup
