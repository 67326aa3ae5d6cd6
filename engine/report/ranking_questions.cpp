#include "ranking_words.hpp"
#include "recoup/base/text.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

void write_side(JsonWriter& json, const char* name, const RankedCase& ranked, std::size_t place) {
  json.name(name).begin_object().member("case", ranked.case_id).name("place").integer(place);
  json.member("band", text(ranked.band))
      .member("points", ranked.points.text())
      .member("points_least", ranked.least.text())
      .member("points_most", ranked.most.text());
  json.name("provisional").truth(ranked.provisional);
  json.member("value_at_stake", ranked.value.plain()).end_object();
}

std::string moves_words(const std::vector<PlaceMove>& moves) {
  std::string out;
  for (const PlaceMove& move : moves) {
    out += (out.empty() ? "" : ", ") + move.case_id + " " + std::to_string(move.before) + " to " +
           std::to_string(move.after);
  }
  return out;
}

/// Rows that only one of the two has.
std::vector<std::string> reasons_only_of(const RankedCase& one, const RankedCase& other) {
  std::vector<std::string> reasons;
  for (const Contribution& each : one.contributions) {
    bool is_shared = false;
    for (const Contribution& same : other.contributions) {
      is_shared = is_shared || same.reason == each.reason;
    }
    if (!is_shared) reasons.push_back(each.reason);
  }
  return reasons;
}

std::string place_text(std::uint64_t place) { return place == 0 ? "-" : std::to_string(place); }

}  // namespace

std::string comparison_text(const RankingContext& context, const Comparison& comparison) {
  const RankedCase& above = comparison.above;
  const RankedCase& below = comparison.below;
  TextTable table({above.case_id, below.case_id, "criterion", "why"},
                  {Align::right, Align::right, Align::left, Align::left});
  for (const ComparedRow& row : comparison.rows) {
    std::string why = row.first_reason.empty() ? below.case_id + ": " + row.second_reason
                                               : above.case_id + ": " + row.first_reason;
    if (!row.first_reason.empty() && !row.second_reason.empty() &&
        row.first_reason != row.second_reason) {
      why += " " + below.case_id + ": " + row.second_reason;
    } else if (row.first_reason == row.second_reason) {
      why = row.first_reason;
    }
    table.row({row.first.is_zero() ? "" : signed_words(row.first),
               row.second.is_zero() ? "" : signed_words(row.second), row.criterion, why});
  }
  table.row({above.points.text(), below.points.text(), "", "together"});
  std::string out =
      head_words(context) + ", as at " + context.as_at + "\n" + "Case " + printable(above.case_id) +
      " (number " + std::to_string(comparison.place_above) + ") stands above case " +
      printable(below.case_id) + " (number " + std::to_string(comparison.place_below) +
      ").\nDecided by " + printable(comparison.decided_by) + ".\n\n" + table.text();
  for (const RankedCase* each : {&above, &below}) {
    if (each->open.empty()) continue;
    out += "\nFacts are missing: " + printable(each->case_id) + " could have " +
           range_words(*each) + " points";
  }
  return out + (above.open.empty() && below.open.empty() ? "" : "\n");
}

std::string comparison_json(const RankingContext& context, const Comparison& comparison) {
  JsonWriter json;
  write_ranking_head(json, context);
  write_side(json, "above", comparison.above, comparison.place_above);
  write_side(json, "below", comparison.below, comparison.place_below);
  json.member("decided_by", comparison.decided_by).name("rows").begin_array();
  for (const ComparedRow& row : comparison.rows) {
    json.begin_object()
        .member("criterion", row.criterion)
        .member("rule", row.rule)
        .member("above", row.first.text())
        .member("below", row.second.text())
        .member("above_reason", row.first_reason)
        .member("below_reason", row.second_reason)
        .end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string sensitivity_text(const RankingContext& context,
                             const std::vector<WeightTrial>& trials) {
  TextTable table({"weight", "is", "were it", "changes places"},
                  {Align::left, Align::right, Align::right, Align::left});
  std::size_t quiet = 0;
  std::size_t top = 0;
  for (const WeightTrial& trial : trials) {
    if (trial.moves.empty()) {
      ++quiet;
      continue;
    }
    if (trial.changes_top) ++top;
    table.row({trial.weight, trial.in_force.text(), trial.tried.text(), moves_words(trial.moves)});
  }
  std::string out = head_words(context) + ", as at " + context.as_at +
                    ": each weight that gave points, a share less and a share more\n\n";
  if (quiet < trials.size()) out += table.text() + "\n";
  return out + std::to_string(quiet) + " of " + std::to_string(trials.size()) +
         " trials change no place; " + std::to_string(top) + " change the first " +
         std::to_string(top_places) + ".\n";
}

std::string sensitivity_json(const RankingContext& context,
                             const std::vector<WeightTrial>& trials) {
  JsonWriter json;
  write_ranking_head(json, context);
  json.name("trials").begin_array();
  for (const WeightTrial& trial : trials) {
    json.begin_object()
        .member("weight", trial.weight)
        .member("in_force", trial.in_force.text())
        .member("tried", trial.tried.text());
    json.name("changes_top").truth(trial.changes_top);
    json.name("moves").begin_array();
    for (const PlaceMove& move : trial.moves) {
      json.begin_object().member("case", move.case_id).name("before").integer(move.before);
      json.name("after").integer(move.after).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string supposed_text(const RankingContext& context, const SupposedRanking& supposed) {
  std::string out =
      head_words(context) + ", as at " + context.as_at + ". A hypothesis, and no finding:\n";
  for (const std::string& each : supposed.suppositions) out += "  " + printable(each) + "\n";
  TextTable table({"case", "place", "what if", "deadline", "what if", "points", "what if"},
                  {Align::left, Align::right, Align::right, Align::left, Align::left, Align::right,
                   Align::right});
  for (const SupposedPlace& each : supposed.cases) {
    table.row({each.before.case_id, std::to_string(each.place_before),
               std::to_string(each.place_after), std::string(text(each.before.band)),
               std::string(text(each.after.band)), points_words(each.before),
               points_words(each.after)});
  }
  out += "\n" + table.text();
  for (const SupposedPlace& each : supposed.cases) {
    const auto lost = reasons_only_of(each.before, each.after);
    const auto won = reasons_only_of(each.after, each.before);
    if (lost.empty() && won.empty()) continue;
    out += "\n" + printable(each.before.case_id) + "\n";
    for (const std::string& reason : lost) out += "  no longer: " + printable(reason) + "\n";
    for (const std::string& reason : won) out += "  then: " + printable(reason) + "\n";
  }
  return out;
}

std::string supposed_json(const RankingContext& context, const SupposedRanking& supposed) {
  JsonWriter json;
  write_ranking_head(json, context);
  json.members("suppositions", supposed.suppositions).name("cases").begin_array();
  for (const SupposedPlace& each : supposed.cases) {
    json.begin_object();
    write_side(json, "as_it_stands", each.before, each.place_before);
    write_side(json, "what_if", each.after, each.place_after);
    json.members("no_longer", reasons_only_of(each.before, each.after));
    json.members("then", reasons_only_of(each.after, each.before));
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string change_text(const RankingContext& context, const RankingChange& change) {
  std::string out = head_words(context) + ", as at " + context.as_at +
                    ", against the ranking recorded at " + change.recorded_at + " UTC as at " +
                    change.as_at + "\n";
  if (!change.is_same_pack) out += "The pack is another one than it was then.\n";
  if (change.moves.empty()) return out + "\nNothing moved.\n";
  for (const RankingMove& move : change.moves) {
    out += "\n" + printable(move.case_id) + ": place " + place_text(move.place_before) + " to " +
           place_text(move.place_now) + "\n";
    for (const std::string& why : move.why) out += "  " + printable(why) + "\n";
  }
  return out;
}

std::string change_json(const RankingContext& context, const RankingChange& change) {
  JsonWriter json;
  write_ranking_head(json, context);
  json.member("recorded_at", change.recorded_at).member("recorded_as_at", change.as_at);
  json.name("same_pack").truth(change.is_same_pack);
  json.name("moves").begin_array();
  for (const RankingMove& move : change.moves) {
    json.begin_object().member("case", move.case_id).name("before").integer(move.place_before);
    json.name("now").integer(move.place_now).members("why", move.why).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace recoup
