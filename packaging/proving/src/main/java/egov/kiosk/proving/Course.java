package egov.kiosk.proving;

import egov.kiosk.proving.fault.Kind;
import egov.kiosk.proving.stand.PlatformKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a campaign is run.
 *
 * @param cycles how many at most
 * @param seed decides what is done when; the timing of processes is never the same twice
 * @param limit how long at most
 * @param stands how many kiosks are tormented at once
 * @param renew after how many cycles a stand begins again with an empty queue
 * @param only the kinds wanted; empty for all
 * @param once whether each kind comes before any comes again
 * @param evidence where the files of a queue are copied that something was wrong with
 * @param platform what the platform keeps things in
 * @param kafkaJars where the jars of a Kafka server are
 */
record Course(
    int cycles,
    long seed,
    Duration limit,
    int stands,
    int renew,
    Set<Kind> only,
    boolean once,
    Optional<Path> evidence,
    PlatformKind platform,
    Path kafkaJars) {}
