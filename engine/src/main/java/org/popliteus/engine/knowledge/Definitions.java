package org.popliteus.engine.knowledge;

import java.util.List;

/**
 * Everything that the files define, as it stands there: in their order, twins and mistakes
 * included.
 */
record Definitions(
    List<FindingDefinition> findings,
    List<CauseDefinition> causes,
    List<AdviceDefinition> advice,
    List<FactorDefinition> factors,
    List<ScoreDefinition> scores,
    List<SourceDefinition> sources,
    List<TraceDefinition> traces,
    List<RuleDefinition> rules) {}
