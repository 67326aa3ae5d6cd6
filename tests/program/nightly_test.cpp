// The nightly run as the machine runs it: over an inbox, killed, and over again.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <random>
#include <thread>

#include "program.hpp"

namespace recoup {
namespace {

namespace fs = std::filesystem;

constexpr const char* as_at = "2025-09-30";

/// A mixed inbox: the sample's files, some in folders, one twice, one broken, one no document.
fs::path make_inbox(const Workplace& place) {
  const fs::path inbox = place.path("inbox");
  fs::create_directories(inbox / "AL-01");
  fs::create_directories(inbox / "from the bank");
  std::size_t count = 0;
  for (const std::string& file : sample_files("operation-alliance")) {
    const fs::path name = fs::path(file).filename();
    const bool in_folder = ++count % 5 == 0;
    fs::copy_file(file, (in_folder ? inbox / "from the bank" : inbox) / name);
  }
  place.file("inbox/AL-01/late.csv",
             canonical({"20-99-11 11112222,2025-06-01,12.34,GBP,,,,GIFT,L1",
                        "20-99-11 11112222,2025-06-02,12.3.4,GBP,,,,GIFT,L2"}));
  place.file("inbox/again.csv", canonical({"20-99-11 11112222,2025-06-01,12.34,GBP,,,,GIFT,L1",
                                           "20-99-11 11112222,2025-06-02,12.3.4,GBP,,,,GIFT,L2"}));
  place.file("inbox/letter.txt", "Dear Sir,\nthe statements follow.\n");
  place.file("inbox/half.csv.part", "account,book");
  return inbox;
}

std::vector<std::string> nightly_words() {
  return {"nightly", "inbox-goes-here", "--once", "--as-at", as_at, "--json"};
}

ProgramRun nightly(const Workplace& place, const fs::path& inbox) {
  std::vector<std::string> words = nightly_words();
  words[1] = inbox.string();
  return place.run(words);
}

/// Starts a run and kills it, and whatever it started, after so many microseconds.
void start_and_kill(const Workplace& place, const fs::path& inbox, int microseconds) {
  const std::string store = place.store();
  const std::string folder = inbox.string();
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    setpgid(0, 0);
    if (freopen("/dev/null", "w", stdout) == nullptr ||
        freopen("/dev/null", "w", stderr) == nullptr) {
      _exit(1);
    }
    execl(RECOUP_PROGRAM, "recoup", "--store", store.c_str(), "nightly", folder.c_str(), "--once",
          "--as-at", as_at, static_cast<char*>(nullptr));
    _exit(1);
  }
  setpgid(child, child);
  std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
  kill(-child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
}

/// Every file below the inbox with its bytes, but for those by which runs tell each other apart.
std::map<std::string, std::string> files_of(const fs::path& inbox) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(inbox)) {
    const std::string name = entry.path().lexically_relative(inbox).string();
    if (!entry.is_regular_file() || name.starts_with(".recoup")) continue;
    files[name] = bytes_of(entry.path());
  }
  return files;
}

/// What the store holds, as its user can see it.
std::string content_of(const Workplace& place) {
  std::string content;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"documents", "--json"},
                                                {"export", "transactions"},
                                                {"cases", "--json"},
                                                {"rank", "--as-at", as_at, "--json"}}) {
    const ProgramRun run = place.run(words);
    EXPECT_LE(run.status, 1) << words[0] << ": " << run.err;
    content += run.out;
  }
  return content;
}

int kills_wanted() {
  const char* named = std::getenv("RECOUP_KILLS");
  if (named != nullptr) return std::atoi(named);
#ifdef __SANITIZE_ADDRESS__
  return 25;
#else
  return 200;
#endif
}

TEST(Nightly, TakesInWhatCameAndPutsItAwayWithAVerdict) {
  const Workplace place;
  const fs::path inbox = make_inbox(place);
  const ProgramRun run = nightly(place, inbox);
  EXPECT_EQ(run.status, 1) << run.err;
  EXPECT_TRUE(fs::exists(inbox / "done" / "AL-01" / "late.csv"));
  EXPECT_TRUE(fs::exists(inbox / "refused" / "letter.txt"));
  EXPECT_TRUE(fs::exists(inbox / "half.csv.part"));
  EXPECT_FALSE(fs::exists(inbox / "letter.txt"));
  const std::string verdict = bytes_of(inbox / "refused" / "letter.txt.verdict.txt");
  EXPECT_NE(verdict.find("begins \"Dear Sir,\""), std::string::npos) << verdict;
  const std::string late = bytes_of(inbox / "done" / "AL-01" / "late.csv.verdict.txt");
  EXPECT_NE(late.find("rejected: 1"), std::string::npos) << late;
  EXPECT_NE(late.find("12.3.4"), std::string::npos) << late;
  const std::string again = bytes_of(inbox / "done" / "again.csv.verdict.txt");
  EXPECT_NE((late + again).find("held: "), std::string::npos) << late << again;
  EXPECT_TRUE(fs::exists(inbox / "digests" / "0001-2025-09-30.html"));
}

TEST(Nightly, HandsInForTheCaseThatAFolderIsNamedAfter) {
  const Workplace place;
  (void)nightly(place, make_inbox(place));
  const ProgramRun run = place.run({"cases", "--json"});
  EXPECT_NE(run.out.find("20-99-11 11112222"), std::string::npos) << run.out;
}

TEST(Nightly, RanksAsTheRankingItselfDoes) {
  const Workplace place;
  const ProgramRun night = nightly(place, make_inbox(place));
  const ProgramRun rank = place.run({"rank", "--as-at", as_at});
  std::size_t last = 0;
  for (const char* case_id : {"AL-01", "AL-02", "AL-03", "AL-04", "AL-05", "AL-06", "AL-07"}) {
    EXPECT_NE(rank.out.find(case_id), std::string::npos);
  }
  // The cases stand in the same order in both.
  std::vector<std::pair<std::size_t, std::string>> order;
  for (int i = 1; i <= 7; ++i) {
    const std::string id = "AL-0" + std::to_string(i);
    order.emplace_back(rank.out.find(id), id);
  }
  std::sort(order.begin(), order.end());
  const std::size_t ranking = night.out.find("\"ranking\": [");
  ASSERT_NE(ranking, std::string::npos);
  last = ranking;
  for (const auto& [at, id] : order) {
    const std::size_t next = night.out.find("\"case\": \"" + id + "\"", last);
    ASSERT_NE(next, std::string::npos) << id << " is not behind the one before it";
    last = next;
  }
}

TEST(Nightly, TellsOfTheClockThatEndsSoonestFirst) {
  const Workplace place;
  const ProgramRun run = nightly(place, make_inbox(place));
  const std::size_t clocks = run.out.find("\"clocks\": [");
  const std::size_t tuesday = run.out.find("Tue 30 Sep 2025", clocks);
  const std::size_t wednesday = run.out.find("Wed 1 Oct 2025", clocks);
  const std::size_t friday = run.out.find("Fri 10 Oct 2025", clocks);
  EXPECT_LT(tuesday, wednesday);
  EXPECT_LT(wednesday, friday);
  EXPECT_NE(friday, std::string::npos);
}

TEST(Nightly, ExaminesOnlyTheCaseThatChanged) {
  const Workplace place;
  const fs::path inbox = make_inbox(place);
  (void)nightly(place, inbox);
  place.file("inbox/AL-01/more.csv",
             canonical({"20-99-11 11112222,2025-06-03,7.00,GBP,,,,GIFT,L3"}));
  const ProgramRun run = nightly(place, inbox);
  const std::size_t from = run.out.find("\"examined\": [");
  const std::string examined = run.out.substr(from, run.out.find("\"moves\"") - from);
  EXPECT_NE(examined.find("AL-01"), std::string::npos) << examined;
  EXPECT_EQ(examined.find("AL-02"), std::string::npos) << examined;
}

TEST(Nightly, TellsOfNothingTwice) {
  const Workplace place;
  const fs::path inbox = make_inbox(place);
  (void)nightly(place, inbox);
  const auto before = files_of(inbox);
  const ProgramRun run = nightly(place, inbox);
  EXPECT_EQ(files_of(inbox), before);
  EXPECT_NE(run.out.find("\"arrivals\": []"), std::string::npos) << run.out;
}

TEST(Nightly, IsBusyWhereAnotherRunIsAtWork) {
  const Workplace place;
  const fs::path inbox = make_inbox(place);
  fs::create_directories(inbox / ".recoup");
  std::vector<std::string> words = nightly_words();
  words[1] = inbox.string();
  const ProgramRun run =
      place.run(words, "flock --exclusive '" + (inbox / ".recoup" / "lock").string() + "'");
  EXPECT_EQ(run.status, 75) << run.err;
  EXPECT_TRUE(fs::exists(inbox / "letter.txt"));
}

TEST(Nightly, RefusesAnInboxThatIsNotThere) {
  const Workplace place;
  EXPECT_EQ(nightly(place, place.path("nowhere")).status, 66);
}

TEST(Nightly, WritesMetricsThatCountWhatCame) {
  const Workplace place;
  const fs::path inbox = make_inbox(place);
  std::vector<std::string> words = nightly_words();
  words[1] = inbox.string();
  words.insert(words.end(), {"--metrics", place.path("recoup.prom")});
  (void)place.run(words);
  const std::string metrics = bytes_of(place.path("recoup.prom"));
  EXPECT_NE(metrics.find("recoup_nightly_files{status=\"refused\"} 1\n"), std::string::npos)
      << metrics;
  EXPECT_NE(metrics.find("recoup_nightly_files{status=\"held\"} 1\n"), std::string::npos);
  EXPECT_NE(metrics.find("recoup_nightly_last_success_timestamp_seconds "), std::string::npos);
}

TEST(Nightly, TellsAllOfItOnceItsDigestCanBeWritten) {
  const Workplace undisturbed;
  const fs::path calm = make_inbox(undisturbed);
  (void)nightly(undisturbed, calm);

  const Workplace place;
  const fs::path inbox = make_inbox(place);
  const fs::path obstacle = inbox / "digests" / "0001-2025-09-30.json.part";
  fs::create_directories(obstacle);
  EXPECT_GT(nightly(place, inbox).status, 1);
  fs::remove(obstacle);
  (void)nightly(place, inbox);
  EXPECT_EQ(files_of(inbox), files_of(calm));
}

TEST(Nightly, KilledAtAnyInstantEndsAsIfItHadNotBeen) {
  const Workplace undisturbed;
  const fs::path calm = make_inbox(undisturbed);
  const auto started = std::chrono::steady_clock::now();
  (void)nightly(undisturbed, calm);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(
                         std::chrono::steady_clock::now() - started)
                         .count();
  const auto wanted_files = files_of(calm);
  const std::string wanted_content = content_of(undisturbed);

  std::mt19937 random(20250930);
  const int kills = kills_wanted();
  int killed = 0;
  while (killed < kills) {
    // A new inbox each round: a few kills reach every part of a run.
    const Workplace place;
    const fs::path inbox = make_inbox(place);
    for (int i = 0; i < 10 && killed < kills; ++i, ++killed) {
      const int at = static_cast<int>(random() % static_cast<unsigned>(whole + whole / 4));
      start_and_kill(place, inbox, at);
    }
    (void)nightly(place, inbox);
    ASSERT_EQ(files_of(inbox), wanted_files) << "after " << killed << " kills";
    ASSERT_EQ(content_of(place), wanted_content) << "after " << killed << " kills";
    const ProgramRun audit = place.run({"audit", "verify"});
    ASSERT_EQ(audit.status, 0) << audit.out << audit.err;
  }
}

}  // namespace
}  // namespace recoup
