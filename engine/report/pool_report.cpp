#include "recoup/report/pool_report.hpp"

#include "recoup/base/text.hpp"
#include "recoup/report/text_table.hpp"
#include "trace_supplements.hpp"

namespace recoup {
namespace {

constexpr std::string_view pool_authority =
    "Barlow Clowes International v Vaughan [1992] 4 All ER 22; Charity Commission v Framjee [2014] "
    "EWHC 2507 (Ch)";

const std::string& account_name(const TraceContext& context, const Pool& pool) {
  return context.ledger->accounts[index(pool.account)];
}

}  // namespace

std::string pool_json(const TraceContext& context, const Pool& pool, const PoolQuestion& question) {
  JsonWriter json;
  json.begin_object()
      .member("case", context.case_id)
      .member("account", account_name(context, pool))
      .member("currency", currency_code(pool.left.currency()));
  json.name("as_at");
  if (context.as_at) {
    json.text(*context.as_at);
  } else {
    json.null();
  }
  json.name("capped").truth(question.is_capped);
  json.name("sources_only").truth(!question.others_share);
  json.member("authority", pool_authority)
      .member("left", pool.left.plain())
      .member("paid_in", pool.paid_in.plain());
  json.name("shares").begin_array();
  for (const PoolShare& share : pool.shares) {
    json.begin_object().name("source");
    if (share.source) {
      json.text((*context.sources)[*share.source].id);
    } else {
      json.null();
    }
    json.member("paid_in", share.paid_in.plain())
        .member("lowest_intermediate_balance", share.lowest_intermediate_balance.plain())
        .member("share", share.share.plain())
        .end_object();
  }
  json.end_array().member("unshared", pool.unshared.plain());
  write_caveats(json, context);
  json.end_object();
  return json.take();
}

std::string pool_text(const TraceContext& context, const Pool& pool, const PoolQuestion& question) {
  std::string out = "Case " + printable(context.case_id) + ", account " +
                    printable(account_name(context, pool)) + ": " + pool.left.grouped() + " " +
                    currency_code(pool.left.currency()) + " left of " + pool.paid_in.grouped() +
                    " paid in";
  if (context.as_at) out += ", as at " + *context.as_at;
  out += "\nshared by total contributions, dates ignored (" + std::string(pool_authority) + ")";
  if (question.is_capped) {
    out +=
        "\ncapped by each contributor's lowest intermediate balance (Roscoe v Winder [1915] 1 "
        "Ch 62)";
  }
  TextTable table({"source", "paid in", "lowest balance", "share"},
                  {Align::left, Align::right, Align::right, Align::right});
  for (const PoolShare& share : pool.shares) {
    table.row({share.source ? (*context.sources)[*share.source].id : "(other money)",
               share.paid_in.grouped(), share.lowest_intermediate_balance.grouped(),
               share.share.grouped()});
  }
  table.row({"(not shared)", "", "", pool.unshared.grouped()});
  return out + "\n\n" + table.text() + caveats(context);
}

}  // namespace recoup
