package org.popliteus.examples.service.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What holds for every request.
 *
 * @param mostBytes the longest body that is read
 */
@ConfigurationProperties("popliteus.http")
record HttpSettings(DataSize mostBytes) {}
