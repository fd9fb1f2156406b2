package org.popliteus.engine.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * What a rule, a cause or an advice cites.
 *
 * @param id the id by which it is cited, for example {@code nice-ng158}
 * @param title its title
 * @param by who wrote or published it
 * @param year when; null where the source gives none
 * @param url its address or DOI; null where there is none
 * @param kind lay-article, guideline, review, study, textbook or expert
 * @param checked in-full, extract, secondary or not-yet: how much of it was read for this knowledge
 *     base
 * @param at where it is defined
 */
public record SourceDefinition(
    String id,
    String title,
    String by,
    @Nullable Integer year,
    @Nullable String url,
    String kind,
    String checked,
    Location at) {}
