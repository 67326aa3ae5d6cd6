#include "recoup/base/piece_sink.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace recoup {
namespace {

TEST(PieceWriter, HandsEverythingOnInOrderAndInPiecesOfSomeSize) {
  std::vector<std::string> pieces;
  const PieceSink take = [&](std::string_view piece) -> Result<void> {
    pieces.emplace_back(piece);
    return {};
  };
  const std::string block(200'000, 'a');
  PieceWriter out(take);
  out << block << "b" << block << "c";
  EXPECT_EQ(pieces.size(), 1U);
  EXPECT_TRUE(out.finish().has_value());
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0] + pieces[1], block + "b" + block + "c");
}

TEST(PieceWriter, HandsNothingOnWhereThereIsNothing) {
  bool was_called = false;
  const PieceSink take = [&](std::string_view) -> Result<void> {
    was_called = true;
    return {};
  };
  EXPECT_TRUE(PieceWriter(take).finish().has_value());
  EXPECT_FALSE(was_called);
}

TEST(PieceWriter, AfterAnErrorNothingMoreIsHandedOn) {
  std::size_t calls = 0;
  const PieceSink refuse = [&](std::string_view) -> Result<void> {
    ++calls;
    return Error{ErrorCode::cannot_write, "full", "room", {}};
  };
  PieceWriter out(refuse);
  const std::string block(300'000, 'a');
  out << block << block;
  const auto finished = out.finish();
  ASSERT_FALSE(finished.has_value());
  EXPECT_EQ(finished.error().code, ErrorCode::cannot_write);
  EXPECT_EQ(calls, 1U);
}

}  // namespace
}  // namespace recoup
