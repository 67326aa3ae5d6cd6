#include "recoup/base/error.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(Error, HasOneLayout) {
  EXPECT_EQ(message({ErrorCode::malformed,
                     "\"1.234,56\"",
                     "an amount such as 1234.56",
                     {"march.csv", 812, "amount"}}),
            "march.csv:812: amount: found \"1.234,56\"; expected an amount such as 1234.56");
}

TEST(Error, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(message({ErrorCode::not_found, "case OP-9", "a case of this store", {}}),
            "found case OP-9; expected a case of this store");
  EXPECT_EQ(message({ErrorCode::malformed, "nothing", "a header line", {"empty.csv", 0, ""}}),
            "empty.csv: found nothing; expected a header line");
}

TEST(Error, LetsNoDocumentForgeALine) {
  const std::string said =
      message({ErrorCode::malformed, "\"x\ny: found z\"", "a name", {"a\nb.csv", 1, "holder\r\n"}});
  EXPECT_EQ(said.find('\n'), std::string::npos);
  EXPECT_EQ(said.find('\r'), std::string::npos);
}

}  // namespace
}  // namespace recoup
