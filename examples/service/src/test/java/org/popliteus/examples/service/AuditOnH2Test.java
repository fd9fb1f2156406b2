package org.popliteus.examples.service;

@ServiceTest
class AuditOnH2Test extends AuditContract {}
