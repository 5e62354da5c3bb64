package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.access.FirstStaff;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.document.Documents;
import egov.kiosk.domain.document.PrintableCopies;
import egov.kiosk.domain.document.SealPlace;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.fleet.LineTrial;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.upkeep.Enrolling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What setting up asks of the runtime; any of it may not be there while a machine is bare. */
public interface Ports {
  /** The doctor's checks. */
  List<HealthCheck> checks();

  /** The devices. */
  List<Device> devices();

  /** Makes sealed papers. */
  Optional<Documents> documents();

  /** Makes the same papers for machines that read no OFD. */
  Optional<PrintableCopies> copies();

  /** The digest by which one file names another. */
  Optional<Sm3Digest> digest();

  /** Takes the report to the platform. */
  Optional<Attachments> attachments();

  /** The line to the platform's broker; only a kiosk has one. */
  Optional<LineTrial> line();

  /** Makes this machine a kiosk. */
  Optional<Enrolling> enrolling();

  /** Takes the first technician into the book of staff. */
  Optional<FirstStaff> firstStaff();

  /** Where the organisation's seal lies. */
  Optional<SealPlace> sealPlace();

  /** Where removable media are mounted. */
  List<Path> media();

  /** A setting as it is in force; empty when nobody set it. */
  String setting(String key);

  /**
   * Puts a setting in force and keeps it for every start.
   *
   * @throws IOException when it could not be kept
   */
  void put(String pid, String attribute, String text) throws IOException;

  /**
   * Keeps a setting for every start from the next one on.
   *
   * @throws IOException when it could not be kept
   */
  void keep(String pid, String attribute, String text) throws IOException;

  /** Paths of what is plugged in that stay the same over a restart. */
  List<String> paths();

  /** Has the runtime start anew, if somebody can. */
  void restart();
}
