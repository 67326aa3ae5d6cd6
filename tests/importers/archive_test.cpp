#include "archive/archive.hpp"

#include <gtest/gtest.h>

#include "zip_builder.hpp"

namespace recoup {
namespace {

std::string refusal_of_archive(std::string_view bytes, const ArchiveLimits& limits = {}) {
  const auto members = read_archive(bytes, limits);
  return members ? "accepted" : message(members.error());
}

std::string refusal_of_part(const ZipPart& part) {
  return refusal_of_archive(ZipBuilder().add(part).archive());
}

ZipPart part(std::string name, std::string bytes) {
  ZipPart made;
  made.name = std::move(name);
  made.bytes = std::move(bytes);
  return made;
}

TEST(Archive, GivesTheMembersAsTheyWerePacked) {
  ZipPart stored = part("in/b.txt", "second");
  stored.deflated = false;
  ZipPart streamed = part("c.txt", std::string(70'000, 'c') + "end");
  streamed.sizes_behind = true;
  const std::string bytes = ZipBuilder()
                                .add(part("a.txt", "first"))
                                .add(stored)
                                .add(streamed)
                                .add(part("d", ""))
                                .archive("a remark");
  const auto members = read_archive(bytes);
  ASSERT_TRUE(members) << message(members.error());
  ASSERT_EQ(members.value().size(), 4U);
  EXPECT_EQ(members.value()[0].name, "a.txt");
  EXPECT_EQ(members.value()[0].bytes, "first");
  EXPECT_EQ(members.value()[1].name, "in/b.txt");
  EXPECT_EQ(members.value()[1].bytes, "second");
  EXPECT_EQ(members.value()[2].bytes, std::string(70'000, 'c') + "end");
  EXPECT_EQ(members.value()[3].bytes, "");
  EXPECT_EQ(first_member_name(bytes), "a.txt");
}

TEST(Archive, LeavesFoldersOut) {
  ZipPart folder = part("in/", "");
  folder.deflated = false;
  const auto members = read_archive(ZipBuilder().add(folder).add(part("in/a", "x")).archive());
  ASSERT_TRUE(members);
  EXPECT_EQ(members.value().size(), 1U);
}

TEST(Archive, AnEmptyArchiveHasNoMembers) {
  const auto members = read_archive(ZipBuilder().archive());
  ASSERT_TRUE(members);
  EXPECT_TRUE(members.value().empty());
}

TEST(Archive, RefusesEveryPrefix) {
  const std::string bytes = ZipBuilder().add(part("a", "one")).add(part("b", "two")).archive();
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_NE(refusal_of_archive(bytes.substr(0, length)), "accepted") << length;
  }
}

TEST(Archive, AChangedByteNeverChangesWhatAMemberSays) {
  const std::string bytes =
      ZipBuilder().add(part("a", "one pound")).add(part("b", "two pounds")).archive("r");
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (int change = 1; change < 256; change += 7) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ change);
      const auto members = read_archive(changed);
      if (!members) continue;
      // Dates, remarks and versions may change, and nothing that is read.
      ASSERT_EQ(members.value().size(), 2U) << i;
      EXPECT_EQ(members.value()[0].bytes, "one pound") << i;
      EXPECT_EQ(members.value()[1].bytes, "two pounds") << i;
    }
  }
}

TEST(Archive, RefusesWhatTwoReadersWouldReadDifferently) {
  ZipPart renamed = part("bbbb", "x");
  renamed.local_name = "aaaa";
  EXPECT_EQ(refusal_of_part(renamed),
            "bbbb: found a name that is another in the directory than before the file; expected "
            "directories that agree");
  ZipPart resized = part("a", "0123456789");
  resized.central_size = 5;
  EXPECT_EQ(refusal_of_part(resized),
            "a: found a size that is another in the directory than before the file; expected "
            "directories that agree");
  const std::string hidden = ZipBuilder().add(part("hidden", "y")).archive();
  const std::string header = hidden.substr(0, hidden.find("PK\x01\x02"));
  EXPECT_EQ(refusal_of_archive(ZipBuilder().add(part("a", "x")).add_raw(header).archive()),
            "a: found " + std::to_string(header.size()) +
                " bytes behind the file that are not what belongs there; expected files one behind "
                "the other");
  EXPECT_NE(refusal_of_archive(ZipBuilder().add_raw(header).add(part("a", "x")).archive()),
            "accepted");
  const std::string sound = ZipBuilder().add(part("a", "x")).archive();
  EXPECT_NE(refusal_of_archive(sound + sound), "accepted");
  EXPECT_NE(refusal_of_archive(sound + "\n"), "accepted");
}

TEST(Archive, RefusesTheSameNameTwice) {
  EXPECT_EQ(refusal_of_archive(ZipBuilder().add(part("a", "x")).add(part("a", "y")).archive()),
            "a: found \"a\" twice; expected one member of a name");
  EXPECT_NE(refusal_of_archive(ZipBuilder().add(part("a/b", "x")).add(part("a\\b", "y")).archive()),
            "accepted");
}

TEST(Archive, RefusesNamesThatLeadOutOfIt) {
  for (const char* name :
       {"../a", "a/../../b", "a\\..\\b", "/etc/passwd", "\\a", "C:\\a", "..", "a\nb", "\xFF", ""}) {
    EXPECT_NE(refusal_of_part(part(name, "x")), "accepted") << name;
  }
  EXPECT_NE(refusal_of_part(part(std::string("a\0b", 3), "x")), "accepted");
  EXPECT_EQ(refusal_of_part(part("a..b/..c", "x")), "accepted");
}

TEST(Archive, RefusesWhatItCannotUnpack) {
  ZipPart secret = part("a", "x");
  secret.extra_flags = 1;
  EXPECT_EQ(refusal_of_part(secret),
            "a: found an encrypted member; expected an archive without a password");
  ZipPart other = part("a", "x");
  other.method = 12;
  EXPECT_EQ(refusal_of_part(other),
            "a: found packing method 12; expected members that are stored (0) or deflated (8)");
  ZipPart noise = part("a", "xyz");
  noise.packed_bytes = "\xFF\xFF\xFF\xFF";
  EXPECT_NE(refusal_of_part(noise), "accepted");
}

TEST(Archive, HoldsSizesAndCheckSumsAgainstTheBytes) {
  ZipPart wrong = part("a", "xyz");
  wrong.crc = 7;
  EXPECT_EQ(refusal_of_part(wrong),
            "a: found bytes that are broken off or have another check sum; expected 3 bytes with "
            "the check sum of the directory");
  ZipPart longer = part("a", std::string(10'000'000, 'x'));
  longer.unpacked = 10;
  EXPECT_EQ(refusal_of_part(longer),
            "a: found more bytes when unpacked; expected 10 bytes with the check sum of the "
            "directory");
  ZipPart shorter = part("a", "xyz");
  shorter.unpacked = 10;
  EXPECT_NE(refusal_of_part(shorter), "accepted");
}

TEST(Archive, RefusesBombs) {
  EXPECT_NE(refusal_of_part(part("bomb", std::string(std::size_t{8} << 20U, '\0')))
                .find("bytes that are 8388608 when unpacked; expected at most 200 bytes from one"),
            std::string::npos);
  ZipPart claims = part("a", "x");
  claims.unpacked = 0x7FFFFFFF;
  EXPECT_NE(refusal_of_part(claims).find("at most 536870912 bytes a member"), std::string::npos);
  ZipBuilder many;
  for (int i = 0; i < 11; ++i) many.add(part("m" + std::to_string(i), "x"));
  ArchiveLimits limits;
  limits.entries_max = 10;
  EXPECT_EQ(refusal_of_archive(many.archive(), limits),
            "found an archive of 11 members; expected at most 10");
  limits.entries_max = 11;
  limits.total_bytes_max = 10;
  EXPECT_NE(refusal_of_archive(many.archive(), limits), "accepted");
  limits.total_bytes_max = 11;
  EXPECT_EQ(refusal_of_archive(many.archive(), limits), "accepted");
}

/// An archive of one stored file that states every figure in its ZIP64 parts.
std::string zip64_of(const std::string& name, const std::string& bytes, std::uint64_t stated) {
  Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
  sum.update(bytes.data(), static_cast<unsigned>(bytes.size()));
  std::string out = "PK\x03\x04";
  const auto common = [&](std::string& to) {
    put_number(to, 45, 2);
    put_number(to, 0, 4);
    put_number(to, 0x00215821, 4);
    put_number(to, sum.checksum(), 4);
    put_number(to, 0xFFFFFFFF, 4);
    put_number(to, 0xFFFFFFFF, 4);
    put_number(to, name.size(), 2);
  };
  const auto extra = [&](std::string& to) {
    put_number(to, 1, 2);
    put_number(to, 16, 2);
    put_number(to, stated, 8);
    put_number(to, stated, 8);
  };
  common(out);
  put_number(out, 20, 2);
  out += name;
  extra(out);
  out += bytes;
  const std::size_t directory = out.size();
  out += "PK\x01\x02";
  put_number(out, 45, 2);
  common(out);
  put_number(out, 20, 2);
  put_number(out, 0, 14);
  out += name;
  extra(out);
  const std::size_t end = out.size();
  out += "PK\x06\x06";
  put_number(out, 44, 8);
  put_number(out, 0x002D002D, 4);
  put_number(out, 0, 8);
  put_number(out, 1, 8);
  put_number(out, 1, 8);
  put_number(out, end - directory, 8);
  put_number(out, directory, 8);
  out += "PK\x06\x07";
  put_number(out, 0, 4);
  put_number(out, end, 8);
  put_number(out, 1, 4);
  out += "PK\x05\x06";
  put_number(out, 0, 4);
  put_number(out, 0xFFFFFFFF, 4);
  put_number(out, 0xFFFFFFFF, 4);
  put_number(out, 0xFFFFFFFF, 4);
  put_number(out, 0, 2);
  return out;
}

TEST(Archive, ReadsFiguresOfZip64) {
  const auto members = read_archive(zip64_of("a", "pounds", 6));
  ASSERT_TRUE(members) << message(members.error());
  ASSERT_EQ(members.value().size(), 1U);
  EXPECT_EQ(members.value()[0].bytes, "pounds");
  EXPECT_NE(refusal_of_archive(zip64_of("a", "pounds", 5)), "accepted");
  EXPECT_NE(refusal_of_archive(zip64_of("a", "pounds", ~std::uint64_t{0})), "accepted");
}

TEST(Archive, RefusesFilesThatShareBytes) {
  // Two entries of the directory that both name the first file: each byte would count twice.
  const std::string one = ZipBuilder().add(part("a", "xyz")).archive();
  const std::size_t directory = one.find("PK\x01\x02");
  const std::size_t end = one.find("PK\x05\x06");
  std::string entry = one.substr(directory, end - directory);
  std::string bytes = one.substr(0, end);
  entry.back() = 'b';
  bytes += entry + "PK\x05\x06";
  put_number(bytes, 0, 4);
  put_number(bytes, 2, 2);
  put_number(bytes, 2, 2);
  put_number(bytes, 2 * entry.size(), 4);
  put_number(bytes, directory, 4);
  put_number(bytes, 0, 2);
  EXPECT_NE(refusal_of_archive(bytes), "accepted");
}

}  // namespace
}  // namespace recoup
