package egov.kiosk.emulator.pty;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Structure;

/**
 * The few calls of the Linux C library that a pseudo terminal needs. Every call reports its errno
 * as {@link LastErrorException}.
 */
interface CLibrary extends Library {
  CLibrary INSTANCE = Native.load("c", CLibrary.class);

  int O_RDWR = 2;
  int O_NOCTTY = 0x100;
  int O_NONBLOCK = 0x800;
  short POLLIN = 1;
  int TCSANOW = 0;

  int EINTR = 4;
  int EAGAIN = 11;

  int posix_openpt(int flags) throws LastErrorException;

  int grantpt(int master) throws LastErrorException;

  int unlockpt(int master) throws LastErrorException;

  int ptsname_r(int master, byte[] name, NativeLong size) throws LastErrorException;

  int open(String path, int flags) throws LastErrorException;

  int close(int fd) throws LastErrorException;

  NativeLong read(int fd, byte[] into, NativeLong count) throws LastErrorException;

  NativeLong write(int fd, byte[] from, NativeLong count) throws LastErrorException;

  int poll(PollEntry entry, NativeLong entries, int timeoutMillis) throws LastErrorException;

  int tcgetattr(int fd, Termios settings) throws LastErrorException;

  int tcsetattr(int fd, int when, Termios settings) throws LastErrorException;

  void cfmakeraw(Termios settings);

  /** {@code struct pollfd}. */
  @Structure.FieldOrder({"fd", "events", "revents"})
  class PollEntry extends Structure {
    public int fd;
    public short events;
    public short revents;
  }

  /** {@code struct termios} of glibc on Linux, the same on x86-64 and aarch64: 60 bytes. */
  @Structure.FieldOrder({
    "inputFlags",
    "outputFlags",
    "controlFlags",
    "localFlags",
    "line",
    "controlCharacters",
    "inputSpeed",
    "outputSpeed"
  })
  class Termios extends Structure {
    public int inputFlags;
    public int outputFlags;
    public int controlFlags;
    public int localFlags;
    public byte line;
    public byte[] controlCharacters = new byte[32];
    public int inputSpeed;
    public int outputSpeed;
  }
}
