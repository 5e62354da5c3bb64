package egov.kiosk.proving.stand;

import java.io.IOException;
import java.util.Optional;

/** The platform side of a stand: its programs, and the servers they keep things in. */
interface Platform extends AutoCloseable {
  /** Starts every program; the servers run. */
  void start() throws IOException, InterruptedException;

  /** Kills every program. */
  void kill() throws InterruptedException;

  /** Kills one program of several. */
  void killOne(int which) throws InterruptedException;

  /** Starts the one that was killed. */
  void startOne(int which) throws IOException, InterruptedException;

  /** Kills the servers, not the programs. */
  void killServers() throws InterruptedException;

  /** Starts the servers on whatever is on their disk. */
  void startServers() throws IOException, InterruptedException;

  /** What it has is to be asked for; nothing moves meanwhile. */
  void look() throws IOException, InterruptedException;

  /** The official number of a message, empty for one that is not there. */
  Optional<String> find(String id) throws IOException, InterruptedException;

  /** How many messages it has. */
  long count() throws IOException, InterruptedException;

  /** What its stores do not agree on, once they had time to. */
  Discord discord() throws IOException, InterruptedException;

  @Override
  void close();
}
