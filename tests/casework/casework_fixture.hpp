// casework_fixture.hpp: a store in a folder of its own, with files imported into it.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "recoup/casework/import_files.hpp"

namespace recoup {

/// Imports text as files, as the command line would.
class CaseworkTest : public testing::Test {
 protected:
  CaseworkTest()
      : folder_(new_folder()),
        store_(open_store((folder_ / "case.db").string(), OpenMode::read_write_create).value()),
        session_{*store_, "tester", CivilTime{0}, "test"} {}
  ~CaseworkTest() override {
    store_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  ImportReport import(const std::string& name, const std::string& bytes,
                      const std::string& case_id = {}) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    ImportRequest request;
    request.paths = {(folder_ / name).string()};
    request.case_id = case_id;
    return import_files(session_, request).value();
  }

  static std::string statement(const std::string& lines) {
    return "account,booked_at,amount,currency,balance,counterparty_account,counterparty_name,"
           "description,reference\n" +
           lines;
  }

  std::filesystem::path folder_;
  std::unique_ptr<Store> store_;
  Session session_;

 private:
  static std::filesystem::path new_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "recoup-case-XXXXXX").string();
    return mkdtemp(pattern.data());
  }
};

}  // namespace recoup
