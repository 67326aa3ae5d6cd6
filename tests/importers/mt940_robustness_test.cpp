// Every prefix and every change of one byte of a small MT940 document is read or refused, and no
// change of an amount goes unseen where balances stand beside it.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "import_of.hpp"

namespace recoup {
namespace {

const std::string& sample() {
  static const std::string text =
      "{1:F01ABCDGB2LAXXX}{2:I940ABCDN}{4:\r\n:20:R1\r\n:25:20041010/42\r\n:28C:7/1\r\n"
      ":60F:D250304EUR10,51\r\n:61:2503040304CR21,07NTRFC1//B1\r\nmore\r\n"
      ":86:166?00IN?20EREF+E1?30BANK?31123?32Ann?34000\r\n:61:250304RC3,02NRTI//B2\r\n"
      ":86:/EREF/E2/NAME/Bo\r\n:62F:C250305EUR7,54\r\n:64:C250305EUR7,54\r\n"
      ":90D:1EUR3,02\r\n:90C:1EUR21,07\r\n-}{5:}\r\n";
  return text;
}

/// Reads the bytes; a refusal must name the document, and a rejection its line.
std::optional<Import> read(const std::string& bytes) {
  auto import = import_document(make_document("d", bytes), {.format = std::string("mt940")});
  if (!import) {
    EXPECT_EQ(import.error().place.document, "d");
    EXPECT_FALSE(import.error().found.empty());
    return std::nullopt;
  }
  for (const Rejection& refused : import.value().rejections) {
    EXPECT_FALSE(refused.error.found.empty());
    EXPECT_FALSE(refused.record.empty());
    EXPECT_NE(refused.error.place.line, 0U);
  }
  return std::move(import).value();
}

/// Whether a person would see that something is wrong: a rejection, a balance that does not follow
/// or is not there, a total that does not hold.
bool shows_a_fault(const Import& import) {
  if (!import.rejections.empty() || import.statements.size() != 1) return true;
  const Statement& statement = import.statements[0];
  if (!statement.opening || !statement.closing || statement.totals.size() != 2) return true;
  Money sum = *statement.opening;
  for (const Transaction& entry : import.transactions) {
    if (entry.amount.currency() != sum.currency()) return true;
    const auto next = sum.plus(entry.amount);
    if (!next) return true;
    sum = next.value();
  }
  const bool holds = std::all_of(statement.totals.begin(), statement.totals.end(),
                                 [](const ControlTotal& total) { return total.holds; });
  return sum != *statement.closing || !holds;
}

TEST(Mt940Robustness, TheSampleItselfAddsUp) {
  const auto import = read(sample());
  ASSERT_TRUE(import);
  EXPECT_FALSE(shows_a_fault(*import));
  EXPECT_EQ(import->transactions.size(), 2U);
}

TEST(Mt940Robustness, EveryPrefixIsReadOrRefused) {
  for (std::size_t length = 0; length < sample().size(); ++length) {
    const auto import = read(sample().substr(0, length));
    const bool has_all_entries = import && import->transactions.size() == 2;
    if (length < sample().find(":62F:")) {
      EXPECT_TRUE(!has_all_entries || shows_a_fault(*import)) << length;
    }
  }
}

TEST(Mt940Robustness, EveryChangeOfOneByteIsReadOrRefused) {
  constexpr std::array<unsigned char, 18> bytes = {0x00, 0x01, '\t', '\n', '\r', ' ',
                                                   ':',  ',',  '-',  '/',  '0',  '9',
                                                   '?',  'C',  'R',  '{',  0x80, 0xFF};
  for (std::size_t i = 0; i < sample().size(); ++i) {
    for (const unsigned char byte : bytes) {
      std::string changed = sample();
      changed[i] = static_cast<char>(byte);
      read(changed);
    }
    read(sample().substr(0, i) + sample().substr(i + 1));
  }
}

TEST(Mt940Robustness, NoChangedDigitOfAnAmountGoesUnseen) {
  std::size_t digits = 0;
  for (const std::string field : {"EUR10,51", "21,07NTRF", "3,02NRTI", "C250305EUR7,54\r\n:64"}) {
    const std::size_t begin = sample().find(field);
    ASSERT_NE(begin, std::string::npos);
    const std::size_t comma = sample().find(',', begin);
    std::size_t at = comma;
    while (sample()[at - 1] >= '0' && sample()[at - 1] <= '9') --at;
    for (; at <= comma + 2; ++at) {
      for (int byte = 1; byte < 256; ++byte) {
        std::string changed = sample();
        changed[at] = static_cast<char>(static_cast<unsigned char>(byte));
        if (changed == sample()) continue;
        const auto import = read(changed);
        const bool point_for_comma = at == comma && byte == '.';
        EXPECT_TRUE(!import || point_for_comma || shows_a_fault(*import))
            << field << " at " << at << " byte " << byte;
      }
      ++digits;
    }
  }
  EXPECT_EQ(digits, 18U);
}

TEST(Mt940Robustness, ReadsManyStatementsInOneDocument) {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += sample();
  const auto import = read(many);
  ASSERT_TRUE(import);
  EXPECT_EQ(import->statements.size(), 5000U);
  EXPECT_EQ(import->transactions.size(), 10000U);
  EXPECT_LT(import->notes.size(), 10U);
}

}  // namespace
}  // namespace recoup
