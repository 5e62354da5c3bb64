package egov.kiosk.printledger.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set. */
@ObjectClassDefinition(
    id = "print-ledger",
    name = "Print ledger",
    description = "Knows of every slip and copy whether it came out.")
@interface PrintLedgerConfiguration {
  @AttributeDefinition(
      name = "State directory",
      description = "Where the ledger is kept; taken when the runtime starts.",
      max = "4096")
  String stateDirectory() default "data/print-ledger";

  @AttributeDefinition(
      name = "Days kept",
      description = "How many days a settled job is remembered, and so not printed twice.",
      min = "1",
      max = "365")
  int daysKept() default 30;

  @AttributeDefinition(
      name = "Settle interval",
      description = "Seconds between asking the page printer about jobs a power cut left open.",
      min = "1",
      max = "3600")
  int settleSeconds() default 10;
}
