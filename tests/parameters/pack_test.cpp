#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "recoup/parameters/table.hpp"

namespace recoup {
namespace {

std::string pack_file(const std::string& path) {
  std::ifstream file(std::string(RECOUP_SOURCE_DIR) + "/rules/packs/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(ParameterPacks, GiveAnAuthorityAndAGoverningDateForEachRow) {
  for (const char* path : {"ew-part5-clocks/params/clocks.csv", "ew-poca-part2/params/part2.csv"}) {
    const auto table = ParameterTable::parse(pack_file(path), path).value();
    EXPECT_FALSE(table.rows().empty());
    for (const Parameter& row : table.rows()) {
      // Time for civil recovery is the one length that another Act gives.
      const char* act =
          row.name == "civil_recovery.limitation" ? "Limitation Act 1980" : "POCA 2002";
      EXPECT_NE(row.authority.find(act), std::string::npos) << row.name;
      EXPECT_FALSE(row.governing_date.empty()) << row.name;
      EXPECT_FALSE(row.note.empty()) << row.name;
    }
  }
}

}  // namespace
}  // namespace recoup
