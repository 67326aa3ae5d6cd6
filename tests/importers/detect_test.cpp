#include <gtest/gtest.h>

#include "import_of.hpp"
#include "recoup/importers/canonical_writer.hpp"

namespace recoup {
namespace {

Document doc(std::string_view bytes) { return make_document("file.ofx", std::string(bytes)); }

TEST(Detect, GoesByContentAndNotByName) {
  EXPECT_EQ(detect_format(doc(canonical_header())), "canonical");
  EXPECT_EQ(detect_format(doc("\n {\"case\": {}}")), "case");
  EXPECT_EQ(detect_format(doc("\xEF\xBB\xBFid,operation,case,kind,seized_at,place,from_whom,amount,"
                              "currency,quantity,notes,drug,weight_g\n")),
            "seizures");
  EXPECT_EQ(detect_format(doc("\r\n\r\nOFXHEADER:100\r\n")), "ofx");
  EXPECT_EQ(detect_format(doc("<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX/>")), "ofx");
  EXPECT_EQ(detect_format(doc("<OFX><SIGNONMSGSRSV1>")), "ofx");
}

TEST(Detect, KnowsAHeaderWithASlipInIt) {
  EXPECT_EQ(detect_format(doc("account,booked_at,amount,currancy,balance,counterparty_account,"
                              "counterparty_name,description,reference\n")),
            "canonical");
}

TEST(Detect, SaysWhatAnUnknownDocumentLooksLike) {
  EXPECT_EQ(detect_format(doc("Dear Sir, the statement follows.")), "");
  EXPECT_EQ(refusal_of("Dear Sir,\nthe statement follows.", "", "may.ofx"),
            "may.ofx: found a text that begins \"Dear Sir,\"; expected a document of a "
            "format that `recoup import --help` lists");
  EXPECT_EQ(looks_like(doc("%PDF-1.7\n")), "a PDF document");
  EXPECT_EQ(looks_like(doc(":20:STARTUMS\n:25:1/2\n")), "an MT940 statement");
  EXPECT_EQ(looks_like(doc("{1:F01BANKGB2LAXXX}")), "an MT940 statement");
  EXPECT_EQ(looks_like(doc("<?xml version=\"1.0\"?><Document/>")).substr(0, 27),
            "an XML document that begins");
  EXPECT_EQ(looks_like(doc("")), "an empty file");
}

TEST(Detect, RefusesAFormatThatThereIsNot) {
  const auto import = import_document(doc("x"), {.format = std::string("mt942")});
  ASSERT_FALSE(import);
  EXPECT_EQ(import.error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace recoup
