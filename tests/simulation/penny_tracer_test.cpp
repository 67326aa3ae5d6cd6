#include "penny_tracer.hpp"

#include <gtest/gtest.h>

#include "world.hpp"
#include <chrono>
#include <iostream>
namespace recoup { namespace {
TEST(PennyTracer, Speed) {
  auto t0 = std::chrono::steady_clock::now();
  int refused=0, contra=0, gaps=0, review=0, od=0, legs=0, self=0,nosrc=0, split=0;
  const int n = 20000;
  for (int seed = 0; seed < n; ++seed) {
    PennyCase w = make_world(static_cast<std::uint64_t>(seed));
    if (seed < 2) std::cout << world_text(w);
    nosrc += w.sources.empty();
    auto oo = second_opinion(w);
    if (!oo) { ++refused; continue; }
    auto& o=oo->order;
    contra += !o.contradictions.empty();
    legs += static_cast<int>(o.in_order.size());
    for (auto& m : o.in_order) if (m.is_to_itself()) { ++self; break; }
    review += !oo->links.review.empty();
    bool any=false, anyod=false;
    for (auto m : penny_methods) {
      auto t = &oo->traces.at(m);
      std::map<std::size_t, std::int64_t> sums;
      for (auto& [s,k,nd,c,a] : t->holdings) { sums[s]+=a; if (k=="gap") any=true; if (k=="overdraft") anyod=true; }
      for (std::size_t s=0;!w.as_at && s<w.sources.size();++s) EXPECT_EQ(sums[s], minor_of(*w.sources[s].amount));
    }
    gaps+=any; od+=anyod;
    for (auto& r : oo->range) if (std::get<4>(r)!=std::get<6>(r)) {++split; break;}
  }
  std::cout << "refused " << refused << " contra " << contra << " gaps " << gaps << " review " << review << " od " << od << " self " << self << " moves " << legs << " nosrc " << nosrc << " split " << split << "\n";
  std::cout << std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now()-t0).count()/n << " us per world\n";
}
}}
