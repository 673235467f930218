// A line to the kernel for pages of our own: one comm over Jupyter's websocket, in its JSON form
// (jupyter-client's "Messaging in Jupyter", version 5.3). What waits is sent once the line is open.

const REDIAL_MS = 1500;

export class Line {
  constructor(base, kernel, comm, hear) {
    Object.assign(this, { comm, hear, waiting: [], session: newSession() });
    this.address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${base}api/kernels/${kernel}/channels?session_id=${this.session}`;
    this.dial();
  }

  dial() {
    this.socket = new WebSocket(this.address);
    this.socket.onopen = () => this.waiting.splice(0).forEach((text) => this.socket.send(text));
    this.socket.onmessage = ({ data }) => this.receive(JSON.parse(data));
    this.socket.onclose = () => { this.hear({ kind: "closed" }); setTimeout(() => this.dial(), REDIAL_MS); };
  }

  receive({ header, content }) {
    if (header.msg_type !== "comm_msg" || content.comm_id !== this.comm || content.data.method !== "custom") return;
    this.hear(content.data.content);
  }

  send(message) {
    const text = JSON.stringify({
      channel: "shell", metadata: {}, parent_header: {}, buffers: [],
      header: { msg_id: newSession(), session: this.session, username: "", date: new Date().toISOString(), msg_type: "comm_msg", version: "5.3" },
      content: { comm_id: this.comm, data: { method: "custom", content: message } },
    });
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text);
    else if (message.kind !== "ping") this.waiting.push(text);
  }
}

function newSession() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
