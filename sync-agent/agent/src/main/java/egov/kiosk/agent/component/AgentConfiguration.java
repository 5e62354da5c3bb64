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
      name = "Unsettled",
      description =
          "Messages on their way at once without a receipt, and one more for each lane that has none;"
              + " how many the broker may hold unacknowledged is the uplink's window",
      min = "1",
      max = "2000")
  int unsettled() default 500;

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

  @AttributeDefinition(
      name = "Drain rate",
      description =
          "Messages a second after a first burst of 20 when the line came up; 0 for no limit. A"
              + " province of many kiosks sets 2; for less than one a second see the next",
      min = "0",
      max = "10000")
  int drainRate() default 0;

  @AttributeDefinition(
      name = "Drain rate an hour",
      description =
          "Messages an hour, where one a second is too many: 90 for 100,000 kiosks after a day"
              + " without a platform. The first burst is twenty seconds' worth, at least one. 0 for"
              + " the drain rate above, otherwise this one counts",
      min = "0",
      max = "36000000")
  int drainPerHour() default 0;

  @AttributeDefinition(
      name = "State directory",
      description =
          "Where the last day whose books were closed is remembered; empty for nowhere, the queue"
              + " knows it too")
  String stateDirectory() default "";
}
