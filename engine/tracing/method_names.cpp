#include "recoup/base/check.hpp"
#include "recoup/tracing/tracer.hpp"

namespace recoup {

std::string_view text(TracingMethod method) {
  switch (method) {
    case TracingMethod::fifo: return "fifo";
    case TracingMethod::lifo: return "lifo";
    case TracingMethod::pro_rata: return "pro-rata";
    case TracingMethod::lowest_intermediate_balance: return "lowest-intermediate-balance";
    case TracingMethod::tainted_first: return "tainted-first";
  }
  RECOUP_CHECK(false && "a method without a name");
}

std::optional<TracingMethod> parse_tracing_method(std::string_view name) {
  for (const TracingMethod method : dividing_methods) {
    if (text(method) == name) return method;
  }
  return std::nullopt;
}

std::string_view authority(TracingMethod method) {
  switch (method) {
    case TracingMethod::fifo: return "Devaynes v Noble (Clayton's Case) (1816) 1 Mer 572";
    case TracingMethod::lifo: return "no authority; shown for comparison only";
    case TracingMethod::pro_rata: return "Barlow Clowes International v Vaughan [1992] 4 All ER 22";
    case TracingMethod::lowest_intermediate_balance:
      return "Re Hallett's Estate (1880) 13 Ch D 696; Roscoe (James) (Bolton) Ltd v Winder [1915] "
             "1 Ch 62";
    case TracingMethod::tainted_first: return "Re Oatway [1903] 2 Ch 356";
  }
  RECOUP_CHECK(false && "a method without an authority");
}

std::string_view text(Holding::Kind kind) {
  switch (kind) {
    case Holding::Kind::account: return "account";
    case Holding::Kind::end_point: return "end-point";
    case Holding::Kind::overdraft: return "overdraft";
    case Holding::Kind::gap: return "gap";
  }
  RECOUP_CHECK(false && "a kind without a name");
}

}  // namespace recoup
