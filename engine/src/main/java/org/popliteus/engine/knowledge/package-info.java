/**
 * What a knowledge base says, read from DRL and YAML with the line of everything: findings, causes,
 * advice, rules, sources; and everything that is wrong with it, all at once.
 *
 * <p>Nothing here runs a rule.
 */
@NullMarked
package org.popliteus.engine.knowledge;

import org.jspecify.annotations.NullMarked;
