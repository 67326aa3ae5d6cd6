#include <gtest/gtest.h>

#include "faulty_disk.hpp"
#include "recoup/store/store.hpp"
#include "store_support.hpp"

namespace recoup {
namespace {

/// Two documents: the first is held before the disk fails, the second is being saved.
struct Story {
  Sample before = statement_sample(1, 60);
  Sample during = statement_sample(2, 90);

  Story() {
    const Sample facts = case_sample(2);
    during.import.facts = facts.import.facts;
    during.import.seizures = facts.import.seizures;
    // More than what SQLite keeps of a value in one page.
    during.document = make_document("large.csv", std::string(20000, 'b'));
  }
};

enum class Beginning : std::uint8_t { no_store, one_document };

/// Whether the save was acknowledged.
bool save_second(const Story& story, const std::string& path, std::optional<Error>& refusal) {
  const auto store = open_store(path, OpenMode::read_write_create);
  if (!store) {
    refusal = store.error();
    return false;
  }
  const auto saved =
      store.value()->save(story.during.document, story.during.import, by_anna("OP-1"));
  if (!saved) refusal = saved.error();
  return saved.has_value();
}

/// What is wrong with the store after the disk works again; empty where nothing is.
std::string damage(const Story& story, const std::string& path, Beginning beginning,
                   bool acknowledged) {
  const auto opened = open_store(path, OpenMode::read_write_create);
  if (!opened) return "cannot be opened: " + message(opened.error());
  Store& store = *opened.value();
  const auto problems = store.integrity_check();
  if (!problems || !problems.value().empty()) return "the file is damaged";
  const auto verdict = store.verify_audit();
  if (!verdict) return "cannot be verified: " + message(verdict.error());
  if (!verdict.value().is_sound()) return "not sound: " + verdict.value().fault->why;
  const std::size_t held_before = beginning == Beginning::one_document ? 1 : 0;
  if (held_before == 1) {
    const auto records = store.document_records(story.before.document.digest);
    if (!records || records.value() != story.before.import) return "the first document is lost";
  }
  const auto documents = store.documents();
  if (!documents) return "documents cannot be listed";
  const std::size_t held = documents.value().size();
  if (acknowledged && held != held_before + 1) return "an acknowledged document is lost";
  if (held > held_before) {
    const auto records = store.document_records(story.during.document.digest);
    if (!records || records.value() != story.during.import) return "a document is there in part";
  }
  if (!store.save(story.during.document, story.during.import, by_anna("OP-1"))) {
    return "the document cannot be saved again";
  }
  if (store.audit_entries().value().size() != held_before + 1) return "an import is told of twice";
  return "";
}

/// Lets each operation of a save fail in turn until there is none left; how many ended badly.
struct Outcome {
  int points = 0;
  int bad = 0;
};

Outcome run_every_point(DiskFault fault, Beginning beginning, SyncHonesty honesty, int step,
                        std::uint32_t seeds) {
  const Story story;
  const StoreFolder folder;
  if (beginning == Beginning::one_document) {
    const auto store = open_or_fail(folder.path("base.db"));
    EXPECT_TRUE(store->save(story.before.document, story.before.import, by_anna()).has_value());
  }
  Outcome outcome;
  for (int at = 1; true; at += step) {
    bool was_hit = false;
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
      std::filesystem::remove(folder.store() + "-journal");
      std::filesystem::remove(folder.store());
      if (beginning == Beginning::one_document) {
        std::filesystem::copy_file(folder.path("base.db"), folder.store());
      }
      FaultyDisk disk(honesty);
      disk.arm(fault, at);
      std::optional<Error> refusal;
      const bool acknowledged = save_second(story, folder.store(), refusal);
      was_hit = disk.has_failed();
      if (fault == DiskFault::power_loss) {
        disk.restart(seed * 7919 + static_cast<std::uint32_t>(at));
      } else {
        disk.arm(DiskFault::none, 0);
      }
      if (refusal && refusal->code != ErrorCode::cannot_write) {
        ADD_FAILURE() << "at " << at << ": " << message(*refusal);
      }
      const std::string found = damage(story, folder.store(), beginning, acknowledged);
      ++outcome.points;
      if (!found.empty()) ++outcome.bad;
      if (!found.empty() && honesty == SyncHonesty::honest) {
        ADD_FAILURE() << "at " << at << " with seed " << seed << ": " << found;
      }
      if (!was_hit) break;
    }
    if (!was_hit) return outcome;
  }
}

TEST(FaultyDisk, AFailedOperationLeavesTheDocumentWholeOrNotThere) {
  for (const Beginning beginning : {Beginning::one_document, Beginning::no_store}) {
    const Outcome outcome =
        run_every_point(DiskFault::io_error, beginning, SyncHonesty::honest, 1, 1);
    EXPECT_GT(outcome.points, 20);
    EXPECT_EQ(outcome.bad, 0);
  }
}

TEST(FaultyDisk, AFullDiskLeavesTheDocumentWholeOrNotThere) {
  for (const Beginning beginning : {Beginning::one_document, Beginning::no_store}) {
    const Outcome outcome = run_every_point(DiskFault::full, beginning, SyncHonesty::honest, 1, 1);
    EXPECT_GT(outcome.points, 20);
    EXPECT_EQ(outcome.bad, 0);
  }
}

TEST(FaultyDisk, LosingPowerLeavesTheDocumentWholeOrNotThere) {
  for (const Beginning beginning : {Beginning::one_document, Beginning::no_store}) {
    const Outcome outcome =
        run_every_point(DiskFault::power_loss, beginning, SyncHonesty::honest, 1, 3);
    EXPECT_GT(outcome.points, 60);
    EXPECT_EQ(outcome.bad, 0);
  }
}

// The control: were these runs to end well too, the three above would prove nothing.
TEST(FaultyDisk, ThatLiesAboutSyncsDoesLoseDocuments) {
  const Outcome outcome =
      run_every_point(DiskFault::power_loss, Beginning::one_document, SyncHonesty::lying, 5, 2);
  EXPECT_GT(outcome.bad, outcome.points / 4) << "of " << outcome.points;
}

TEST(FaultyDisk, AWriteProtectedStoreIsRefusedForWritingAndReadAsUsual) {
  const Sample sample = statement_sample(1, 5);
  const StoreFolder folder;
  ASSERT_TRUE(
      open_or_fail(folder.store())->save(sample.document, sample.import, by_anna()).has_value());
  FaultyDisk disk;
  disk.write_protect();
  const auto writing = open_store(folder.store(), OpenMode::read_write_create);
  ASSERT_FALSE(writing.has_value());
  EXPECT_EQ(writing.error().code, ErrorCode::cannot_write);
  const auto reading = open_store(folder.store(), OpenMode::read_only);
  ASSERT_TRUE(reading.has_value());
  EXPECT_EQ(reading.value()->document_records(sample.document.digest).value(), sample.import);
}

}  // namespace
}  // namespace recoup
