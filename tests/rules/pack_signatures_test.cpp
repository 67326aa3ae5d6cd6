#include "recoup/rules/pack_signatures.hpp"

#include <gtest/gtest.h>

#include "recoup/rules/pack.hpp"
#include "small_pack.hpp"

namespace recoup {
namespace {

using State = PackSignatures::State;

SigningKey key(const std::string& name) { return SigningKey::make(name).value(); }

FileSet signed_pack(const SigningKey& author, const SigningKey& reviewer) {
  FileSet files = small_pack();
  files["pack.sig"] = signed_text(files, "author", author).value();
  files["pack.sig"] = signed_text(files, "reviewer", reviewer).value();
  return files;
}

TEST(PackSignatures, ReviewedTakesTwoPersons) {
  const SigningKey author = key("Ann Author");
  const SigningKey reviewer = key("Rob Reviewer");
  FileSet files = small_pack();
  EXPECT_EQ(pack_signatures(files).value().state, State::unsigned_pack);
  files["pack.sig"] = signed_text(files, "author", author).value();
  EXPECT_EQ(pack_signatures(files).value().state, State::author_only);
  files["pack.sig"] = signed_text(files, "reviewer", reviewer).value();
  const PackSignatures done = pack_signatures(files).value();
  EXPECT_EQ(done.state, State::reviewed);
  ASSERT_EQ(done.signers.size(), 2U);
  EXPECT_EQ(done.signers[0].name, "Ann Author");
  EXPECT_EQ(done.signers[1].key, reviewer.public_key);
}

TEST(PackSignatures, OnePersonIsNotTwo) {
  const SigningKey author = key("Ann Author");
  FileSet files = small_pack();
  files["pack.sig"] = signed_text(files, "author", author).value();
  EXPECT_EQ(signed_text(files, "reviewer", author).error().code, ErrorCode::contradiction);
  EXPECT_EQ(signed_text(files, "reviewer", key("ann author")).error().code,
            ErrorCode::contradiction);
  EXPECT_EQ(signed_text(files, "author", key("Rob Reviewer")).error().code,
            ErrorCode::contradiction);
  EXPECT_EQ(signed_text(files, "owner", key("Rob Reviewer")).error().code, ErrorCode::usage);
}

TEST(PackSignatures, SayWhatChangedAfterSigning) {
  FileSet files = signed_pack(key("Ann Author"), key("Rob Reviewer"));
  files["params/gifts.csv"] += "\n";
  files["law/new.md"] = "x";
  files.erase("facts.csv");
  const PackSignatures found = pack_signatures(files).value();
  EXPECT_EQ(found.state, State::altered);
  EXPECT_EQ(found.changes,
            (std::vector<std::string>{"facts.csv was removed", "params/gifts.csv was changed",
                                      "law/new.md was added"}));
  EXPECT_EQ(signed_text(files, "author", key("Cy Third")).error().code, ErrorCode::contradiction);
}

TEST(PackSignatures, DoNotHoldUnderAnotherNameOrRole) {
  const FileSet files = signed_pack(key("Ann Author"), key("Rob Reviewer"));
  const auto state_with = [&](const std::string& from, const std::string& to) {
    FileSet changed = files;
    std::string& text = changed.at("pack.sig");
    text.replace(text.find(from), from.size(), to);
    const auto read = pack_signatures(changed);
    return read ? read.value().state : State::unsigned_pack;
  };
  EXPECT_EQ(state_with("Rob Reviewer", "Bob Reviewer"), State::invalid);
  EXPECT_EQ(state_with("reviewer ", "author "), State::invalid);
  FileSet broken = files;
  broken.at("pack.sig")[30] = 'z';
  EXPECT_EQ(pack_signatures(broken).error().code, ErrorCode::malformed);
}

TEST(PackSignatures, AreNoPartOfWhatTheySign) {
  FileSet files = small_pack();
  const Digest before = Pack::read(files).value().digest();
  EXPECT_EQ(pack_digest(files), before);
  files["pack.sig"] = signed_text(files, "author", key("Ann Author")).value();
  EXPECT_EQ(Pack::read(files).value().digest(), before);
}

}  // namespace
}  // namespace recoup
