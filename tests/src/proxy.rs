use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// What a [`Proxy`] does about a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is passed on, and so is its answer.
    Pass,
    /// It is passed on, and its answer never arrives.
    Withhold,
    /// It is passed on, and in the place of its answer the connection ends.
    LoseAnswer,
    /// It is not passed on, and the connection ends.
    Lose,
}

/// A listener between a client and the server, which sees every statement of the simple protocol and can fail as a
/// network does.
pub struct Proxy {
    address: SocketAddr,
}

type Watch = Arc<Mutex<dyn FnMut(&str) -> Verdict + Send>>;

/// What becomes of the answers on one connection.
const PASS: u8 = 0;
const WITHHOLD: u8 = 1;
const LOSE: u8 = 2;

/// What a client sends in the place of a version to ask for encryption.
const SSL_REQUEST: u32 = 80_877_103;

impl Proxy {
    /// Starts one in front of this server. It asks `judge` about each statement, on whichever connection that comes.
    ///
    /// # Errors
    /// If no port is to be had.
    pub fn start(
        server: (String, u16),
        judge: impl FnMut(&str) -> Verdict + Send + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let watch: Watch = Arc::new(Mutex::new(judge));
        // It ends with the process, as the tests do.
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (server, watch) = (server.clone(), Arc::clone(&watch));
                thread::spawn(move || {
                    // A connection that fails ends; its two ends see that by themselves.
                    let _ = serve(&client, &server, &watch);
                    let _ = client.shutdown(Shutdown::Both);
                });
            }
        });
        Ok(Self { address })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

fn serve(client: &TcpStream, server: &(String, u16), watch: &Watch) -> io::Result<()> {
    let server = TcpStream::connect((server.0.as_str(), server.1))?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let answers = Arc::new(AtomicU8::new(PASS));
    let back = (
        server.try_clone()?,
        client.try_clone()?,
        Arc::clone(&answers),
    );
    thread::spawn(move || {
        let _ = pass_answers(&back.0, &back.1, &back.2);
        let _ = back.1.shutdown(Shutdown::Both);
    });
    let passed = pass_statements(client, &server, watch, &answers);
    // The server learns that its client is gone, as it does without anyone between them.
    server.shutdown(Shutdown::Both)?;
    passed
}

fn pass_answers(
    mut server: &TcpStream,
    mut client: &TcpStream,
    answers: &AtomicU8,
) -> io::Result<()> {
    let mut buffer = [0; 16 * 1024];
    loop {
        let length = server.read(&mut buffer)?;
        match answers.load(Ordering::SeqCst) {
            _ if length == 0 => return Ok(()),
            PASS => client.write_all(&buffer[..length])?,
            WITHHOLD => {}
            _ => return Ok(()),
        }
    }
}

fn pass_statements(
    mut client: &TcpStream,
    mut server: &TcpStream,
    watch: &Watch,
    answers: &AtomicU8,
) -> io::Result<()> {
    // The first message has no type, and comes a second time after a refused encryption.
    loop {
        let start = body(client)?;
        if start.get(..4) == Some(&SSL_REQUEST.to_be_bytes()[..]) {
            client.write_all(b"N")?;
            continue;
        }
        send(server, None, &start)?;
        break;
    }
    loop {
        let mut kind = [0];
        client.read_exact(&mut kind)?;
        let body = body(client)?;
        let verdict = if kind == *b"Q" {
            let text = String::from_utf8_lossy(&body[..body.len().saturating_sub(1)]);
            let mut judge = watch.lock().map_err(|_| io::ErrorKind::Other)?;
            (*judge)(&text)
        } else {
            Verdict::Pass
        };
        match verdict {
            Verdict::Pass => {}
            Verdict::Withhold => answers.store(WITHHOLD, Ordering::SeqCst),
            Verdict::LoseAnswer => answers.store(LOSE, Ordering::SeqCst),
            Verdict::Lose => return Ok(()),
        }
        send(server, Some(kind[0]), &body)?;
        server.flush()?;
    }
}

/// The rest of a message: its length, which counts itself, and what follows.
fn body(mut from: &TcpStream) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_be_bytes(length).saturating_sub(4);
    let mut body = vec![0; length as usize];
    from.read_exact(&mut body)?;
    Ok(body)
}

fn send(mut to: &TcpStream, kind: Option<u8>, body: &[u8]) -> io::Result<()> {
    let length = u32::try_from(body.len() + 4).map_err(|_| io::ErrorKind::InvalidData)?;
    let mut message: Vec<u8> = kind.into_iter().collect();
    message.extend(length.to_be_bytes());
    message.extend(body);
    to.write_all(&message)
}
