package egov.kiosk.agent.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set about the draining of the queue. */
@ObjectClassDefinition(
    id = "agent",
    name = "Sync agent",
    description = "Carries queued messages to the platform and its receipts back")
@interface AgentConfiguration {
  @AttributeDefinition(
      name = "Window",
      description = "Messages on their way at once without a receipt",
      min = "1",
      max = "1000")
  int window() default 10;

  @AttributeDefinition(
      name = "Receipt timeout",
      description = "Milliseconds to wait for the platform's receipt before sending again",
      min = "100",
      max = "600000")
  int receiptTimeoutMillis() default 30_000;

  @AttributeDefinition(
      name = "Longest pause",
      description = "Seconds between two sendings of a message at most",
      min = "1",
      max = "3600")
  int backoffCapSeconds() default 120;

  @AttributeDefinition(
      name = "Pause after a refusal",
      description = "Seconds to leave messages alone that the broker refuses",
      min = "1",
      max = "86400")
  int parkPauseSeconds() default 600;
}
