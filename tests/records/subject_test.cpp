#include "recoup/records/subject.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace recoup {
namespace {

std::string key(SubjectKind kind, const std::string& number) {
  const auto found = subject_number_key(kind, number);
  return found ? found.value() : "refused: " + found.error().expected;
}

bool is_refused(SubjectKind kind, const std::string& number) {
  return !subject_number_key(kind, number).has_value();
}

TEST(SubjectNumber, OfAPlateIsOneInEverySpelling) {
  for (const char* spelling : {"ZQ77 ABX", "zq77abx", " ZQ77-ABX ", "Z Q 7 7 A B X",
                               "ZQ77\xC2\xA0"
                               "ABX",
                               "\"ZQ77 ABX\"", "ZQ77.ABX"}) {
    EXPECT_EQ(key(SubjectKind::vehicle, spelling), "ZQ77ABX") << spelling;
  }
  EXPECT_NE(key(SubjectKind::vehicle, "ZQ77 ABX"), key(SubjectKind::vehicle, "ZQ77 AB"));
  EXPECT_NE(key(SubjectKind::vehicle, "ZQ77 OAB"), key(SubjectKind::vehicle, "ZQ77 0AB"));
  for (const char* bad : {"", "?", "blue van", "ZQ77 ABX or ABY?", "1"}) {
    EXPECT_TRUE(is_refused(SubjectKind::vehicle, bad)) << bad;
  }
}

TEST(SubjectNumber, OfAPhoneIsOneWithAndWithoutItsCountry) {
  for (const char* spelling :
       {"07700 900123", "+44 7700 900123", "0044 7700 900123", "+44 (0)7700 900-123",
        "(07700) 900 123", "07700.900.123", "+447700900123"}) {
    EXPECT_EQ(key(SubjectKind::phone, spelling), "+447700900123") << spelling;
  }
  EXPECT_EQ(key(SubjectKind::phone, "+420 202 555 010"), "+420202555010");
  EXPECT_EQ(key(SubjectKind::phone, "+353 (0)20 910 0001"), "+353209100001");
  for (const char* bad : {"", "7700 900123", "0123", "07700 90012X", "+1234567890123456"}) {
    EXPECT_TRUE(is_refused(SubjectKind::phone, bad)) << bad;
  }
}

TEST(SubjectNumber, OfACompanyIsFilledUpToEightCharacters) {
  EXPECT_EQ(key(SubjectKind::company, "99812"), "00099812");
  EXPECT_EQ(key(SubjectKind::company, "00099812"), "00099812");
  EXPECT_EQ(key(SubjectKind::company, "sc 9981"), "SC009981");
  EXPECT_EQ(key(SubjectKind::company, "HRB 123456 B"), "HRB123456B");
  EXPECT_TRUE(is_refused(SubjectKind::company, "Peverell Imports"));
  EXPECT_TRUE(is_refused(SubjectKind::company, ""));
}

TEST(SubjectNumber, OfAnAccountIsOneInEverySpelling) {
  for (const char* spelling : {"20-11-22 12345678", "201122 12345678", "20 11 22/12345678",
                               "20.11.22 12345678", "20112212345678"}) {
    EXPECT_EQ(key(SubjectKind::account, spelling), "20112212345678") << spelling;
  }
  EXPECT_EQ(key(SubjectKind::account, "gb94 barc 1020 1530 0934 59"), "GB94BARC10201530093459");
  EXPECT_TRUE(is_refused(SubjectKind::account, "Alpha"));
}

TEST(SubjectNumber, OfPersonsAndPremisesIsBareToo) {
  EXPECT_EQ(key(SubjectKind::person, "PNC 25/100001A"), "PNC25100001A");
  EXPECT_TRUE(is_refused(SubjectKind::person, "J Ruskington"));
  EXPECT_EQ(key(SubjectKind::premises, "00 1000 2000 30"), "1000200030");
  EXPECT_TRUE(is_refused(SubjectKind::premises, "14 Row"));
}

/// A spelling that somebody might use: marks between the characters, letters small or large.
std::string respelled(const std::string& plain, std::mt19937& random) {
  static const std::vector<std::string> marks = {
      "", "", "", " ", "-", ".", "\xC2\xA0", "\xE2\x80\x93", "  "};
  std::string out;
  for (const char c : plain) {
    out += marks[random() % marks.size()];
    const bool is_small = c >= 'A' && c <= 'Z' && random() % 2 == 0;
    out += is_small ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out + marks[random() % marks.size()];
}

TEST(SubjectNumber, OfAnySpellingIsThatOfThePlainOne) {
  std::mt19937 random(20250930);
  const std::vector<std::pair<SubjectKind, std::string>> plain = {
      {SubjectKind::vehicle, "ZQ77ABX"},
      {SubjectKind::phone, "07700900123"},
      {SubjectKind::company, "SC009981"},
      {SubjectKind::account, "78551210930446"},
      {SubjectKind::account, "GB94BARC10201530093459"},
      {SubjectKind::person, "PNC25100001A"},
      {SubjectKind::premises, "100020003000"}};
  for (const auto& [kind, number] : plain) {
    const std::string expected = key(kind, number);
    for (int i = 0; i < 300; ++i) {
      const std::string spelling = respelled(number, random);
      ASSERT_EQ(key(kind, spelling), expected) << spelling;
      // What is normal stays as it is.
      ASSERT_EQ(key(kind, expected), expected);
    }
  }
}

TEST(SubjectNumber, OfAnyOtherCharactersIsAnother) {
  std::mt19937 random(7);
  const std::string letters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
  for (int i = 0; i < 500; ++i) {
    std::string plate = "ZQ77ABX";
    const std::size_t at = random() % plate.size();
    const char other = letters[random() % letters.size()];
    if (plate[at] == other) continue;
    plate[at] = other;
    ASSERT_NE(key(SubjectKind::vehicle, plate), "ZQ77ABX");
  }
}

TEST(Address, IsOneInAnyPunctuationWhereItIsFull) {
  const auto full = address_key("14 Tannery Row, Wexmoor");
  ASSERT_TRUE(full.has_value());
  EXPECT_EQ(address_key("14, Tannery Row,  WEXMOOR."), full);
  EXPECT_NE(address_key("15 Tannery Row, Wexmoor"), full);
  EXPECT_NE(address_key("1 4 Tannery Row, Wexmoor"), full);
  EXPECT_EQ(address_key("St. John's House, Mill Lane, WX9 9ZZ"),
            address_key("St Johns House Mill Lane WX99ZZ"));
}

TEST(Address, ThatIsLessThanFullIsAName) {
  for (const char* name : {"", "Kiln Street yard", "Kiln Street yard, Wexmoor",
                           "Unit 3, Kiln Street", "Mill Lane", "14 Row, Wexmoor", "the yard"}) {
    EXPECT_FALSE(address_key(name).has_value()) << name;
  }
}

TEST(SubjectRelation, NamesWhatCanStandInIt) {
  EXPECT_TRUE(can_stand(SubjectKind::person, SubjectRelation::owns, SubjectKind::vehicle));
  EXPECT_FALSE(can_stand(SubjectKind::vehicle, SubjectRelation::owns, SubjectKind::person));
  EXPECT_FALSE(can_stand(SubjectKind::company, SubjectRelation::director_of, SubjectKind::company));
  EXPECT_TRUE(can_stand(SubjectKind::phone, SubjectRelation::same_as, SubjectKind::phone));
  EXPECT_FALSE(can_stand(SubjectKind::phone, SubjectRelation::same_as, SubjectKind::account));
  EXPECT_EQ(sides_of(SubjectRelation::director_of), "director-of from a person to a company");
  for (const char* name : {"owns", "seen-at", "director-of", "same-as", "named-with"}) {
    const auto relation = parse_subject_relation(name);
    ASSERT_TRUE(relation) << name;
    EXPECT_EQ(text(relation.value()), name);
  }
  EXPECT_FALSE(parse_subject_relation("likes"));
  EXPECT_FALSE(parse_subject_kind("Person"));
}

}  // namespace
}  // namespace recoup
